import type { AnyNode } from 'acorn';
import { describeReplacement, replacementOf } from '../../src/legacy/describe-hook.js';
import { findHooks } from '../../src/legacy/find-hooks.js';
import { changes, type Fact } from '../facts/fact.js';
import type { Context } from './check-configuration.js';
import type { Report } from './finding.js';
import type { SourceText } from './source-text.js';

const byClass = new Set([
  'getElementsByClassName',
  'hasClass',
  'addClass',
  'removeClass',
  'toggleClass',
  'contains',
  'add',
  'remove',
]);
const handler = /<[a-z][^<>]*\son[a-z]+\s*=/i;

/** Checks code for what reaches into the old window, and for HTML that this one will not run. */
export function checkWindow({ script, report }: Context): void {
  const usesChat = /_genesys|CXBus|WebChat/.test(script.text);
  for (const { node, holders } of script.visits) {
    const text = textOf(node);
    if (text === undefined) continue;
    for (const { hook, index } of findHooks(text, script.text)) {
      report(script.placeOf(node, index), `hook ${hook}`, instead(hook));
    }
    const method = methodAround(holders.at(-1));
    const id = method === 'getElementById' ? text.slice(1, -1) : '';
    if (/^cx[-_]/.test(id)) report(script.placeOf(node), `hook #${id}`, instead(`#${id}`));
    const classes = byClass.has(method) ? text.slice(1, -1).split(/\s+/) : [];
    for (const name of classes.filter((each) => each.startsWith('cx-'))) {
      report(script.placeOf(node), `hook .${name}`, instead(`.${name}`));
    }
    if (usesChat && handler.test(text)) report(script.placeOf(node), 'inline handler', removedHandler);
  }
}

/** Checks styles for what reaches into the old window. */
export function checkStyles(source: SourceText, text: string, offset: number, report: Report): void {
  // Comments become blanks, so that what follows stays where it is.
  const bare = text.replace(/\/\*[^]*?\*\//g, (comment) => ' '.repeat(comment.length));
  for (const { hook, index } of findHooks(bare)) report(source.placeAt(offset + index), `hook ${hook}`, instead(hook));
}

const removedHandler = changes(
  'Handlers are removed from HTML that the chat shows: mark the element with `data-…` and listen on the tag, show an element with its listener by `WebChat.showOverlay`, or add an item by `WebChat.addMenuItem`. In HTML that your page shows itself, it stays.',
);

function instead(hook: string): Fact {
  return changes(describeReplacement(replacementOf(hook)));
}

function textOf(node: AnyNode): string | undefined {
  if (node.type === 'TemplateElement') return node.value.raw;
  // As it is written, so that places in it are right.
  return node.type === 'Literal' && typeof node.value === 'string' ? node.raw : undefined;
}

function methodAround(node: AnyNode | undefined): string {
  const { property } = node?.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee : {};
  return property?.type === 'Identifier' ? property.name : '';
}
