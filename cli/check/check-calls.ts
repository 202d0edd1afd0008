import type { AnyNode, CallExpression } from 'acorn';
import { changes, same } from '../facts/fact.js';
import { knownPlugins } from '../facts/known-plugins.js';
import { kindOf, nameFact, type CommandFact, type NameKind } from '../facts/name-facts.js';
import type { Context } from './check-configuration.js';
import { isFunction, propertyName } from './meanings.js';
import type { Visit } from './read-script.js';

const kinds: Readonly<Record<string, NameKind>> = { command: 'commands', before: 'commands', subscribe: 'events' };

const tooEarly = changes(
  'It is called while the page is read, and the chat comes after that: call it in `onReady`, in a module below the chat, or when the script of the chat has loaded.',
);

/** Checks the commands and events that a script names, and the plugins that it registers. */
export function checkCalls(context: Context): void {
  const { script, report } = context;
  for (const visit of script.visits) {
    checkTime(visit, context);
    const text = textIn(visit.node);
    if (text === undefined) continue;
    const call = callAbout(visit);
    const method = call && methodOf(call);
    if (method === 'registerPlugin') {
      const fact = knownPlugins.has(text) ? changes('The name is taken: choose another.') : same;
      report(script.placeOf(visit.node), `plugin ${text}`, fact);
    }
    const fullName = /^(?:cx\.plugin\.)?([A-Z]\w*\.\w+)$/.exec(text)?.[1];
    // In other places a text that looks so may be anything, unless it is a name of the chat.
    if (fullName === undefined || (!kinds[method ?? ''] && !knownPlugins.has(pluginOf(fullName)))) continue;
    const kind = kinds[method ?? ''] ?? kindOf(fullName);
    const fact = nameFact(kind, fullName);
    if (!fact) continue;
    const subject = `${kind === 'events' ? 'event' : 'command'} ${fullName}`;
    report(script.placeOf(visit.node), subject, fact);
    if (call) checkOptions(call, subject, fact, context);
  }
}

/** What stands in no function runs at once. */
function checkTime({ node, holders }: Visit, { script, meanings, report, isEarly }: Context): void {
  if (!isEarly || node.type !== 'CallExpression' || holders.some(isFunction)) return;
  const path = meanings.pathOf(node.callee)?.join('.') ?? '';
  if (/^(CXBus|_genesys\.(widgets|cxwidget)\.bus)\./.test(path)) report(script.placeOf(node), path, tooEarly);
}

function checkOptions(call: CallExpression, subject: string, { options }: CommandFact, context: Context): void {
  const [, given] = call.arguments;
  for (const object of given && options ? context.meanings.behind(given) : []) {
    for (const property of object.type === 'ObjectExpression' ? object.properties : []) {
      const name = propertyName(property) ?? '';
      const fact = options?.[name];
      if (fact) context.report(context.script.placeOf(property), `${name} of ${subject}`, fact);
    }
  }
}

function textIn(node: AnyNode): string | undefined {
  if (node.type === 'TemplateElement') return node.value.cooked ?? undefined;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** The call whose first argument a text is. */
function callAbout({ node, holders }: Visit): CallExpression | undefined {
  const argument = node.type === 'Literal' ? node : holders.at(-1);
  const call = holders.at(node.type === 'Literal' ? -1 : -2);
  return call?.type === 'CallExpression' && call.arguments[0] === argument ? call : undefined;
}

function methodOf({ callee }: CallExpression): string | undefined {
  const { property } = callee.type === 'MemberExpression' ? callee : {};
  return property?.type === 'Identifier' ? property.name : undefined;
}

function pluginOf(fullName: string): string {
  return fullName.split('.')[0] ?? '';
}
