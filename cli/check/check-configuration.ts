import type { AnyNode, ObjectExpression } from 'acorn';
import { changes, same, sameBut, type Fact } from '../facts/fact.js';
import { holdsOptions, optionAt, rightPath } from '../../src/config/find-option.js';
import { optionFact } from '../facts/option-facts.js';
import { sectionFact } from '../facts/plugin-facts.js';
import { checkExtension } from './check-extension.js';
import { checkPacks } from './check-packs.js';
import { checkValue } from './check-value.js';
import type { Report } from './finding.js';
import { type Meanings, propertyName } from './meanings.js';
import type { Script } from './read-script.js';

/** What the rules of a script have at hand. */
export interface Context {
  readonly script: Script;
  readonly meanings: Meanings;
  readonly report: Report;
  /** Whether the script runs while the page is still being read, as far as is known. */
  readonly isEarly: boolean;
  /** Whether a script of the site looks like jQuery; undefined where no page was read, so that nobody knows. */
  readonly hasJQuery: boolean | undefined;
}

const merging = new Set(['Object.assign', '$.extend', 'jQuery.extend']);

/** Checks what a script sets in `_genesys.widgets`. */
export function checkConfiguration(context: Context): void {
  const { script, meanings } = context;
  for (const { node } of script.visits) {
    if (node.type === 'AssignmentExpression') setAt(meanings.pathOf(node.left) ?? [], node.right, node.left, context);
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init) {
      if (node.id.name === '_genesys') setAt(['_genesys'], node.init, node.id, context);
    }
    if (node.type !== 'CallExpression' || !merging.has(meanings.pathOf(node.callee)?.join('.') ?? '')) continue;
    const target = node.arguments.findIndex((argument) => meanings.pathOf(argument)?.[0] === '_genesys');
    if (target < 0) continue;
    const path = meanings.pathOf(node.arguments[target] as AnyNode) ?? [];
    for (const argument of node.arguments.slice(target + 1)) setAt(path, argument, argument, context);
  }
}

/** Checks a configuration that stands by itself: `{ main, webchat }`. */
export function checkWhole(literal: AnyNode, context: Context): void {
  setAt(['_genesys', 'widgets'], literal, literal, context);
}

/** Takes in that a value is put at a path below the page's globals. */
function setAt(path: readonly string[], value: AnyNode, at: AnyNode, context: Context): void {
  const [root, widgets, section, ...rest] = path;
  if (root !== '_genesys') return;
  if (section === undefined) {
    eachProperty(value, context, (name, held, key) => setAt([...path, name], held, key, context));
    return;
  }
  if (widgets !== 'widgets' && widgets !== 'cxwidget') return;
  if (section === 'main' || section === 'webchat') setOption([section, ...rest].join('.'), value, at, context);
  else if (section === 'extensions') setExtension(rest, value, at, context);
  else if (rest.length === 0) {
    const fact = section === 'onReady' ? same : sectionFact(section);
    if (fact) context.report(context.script.placeOf(at), section, fact);
  }
}

function setExtension([name]: readonly string[], value: AnyNode, at: AnyNode, context: Context): void {
  if (name === undefined) eachProperty(value, context, (key, held, node) => setExtension([key], held, node, context));
  else checkExtension(name, value, at, context);
}

function setOption(path: string, value: AnyNode, at: AnyNode, context: Context): void {
  const { report, script } = context;
  const name = optionAt(path);
  if (name === undefined && (!path.includes('.') || holdsOptions(path))) {
    const objects = eachProperty(value, context, (key, held, node) => setOption(`${path}.${key}`, held, node, context));
    const known = objects === 0 ? context.meanings.valueOf(value) : undefined;
    if (known) report(script.placeOf(at), path, changes('It takes an object.'));
    return;
  }
  const isGood = name === undefined || checkValue(name, path, value, context);
  if (isGood) report(script.placeOf(at), path, optionFact(path) ?? unknownOption(path));
  if (name === 'i18n') for (const packs of context.meanings.behind(value)) checkPacks(packs, context);
}

function unknownOption(path: string): Fact {
  const right = rightPath(path);
  return right === undefined
    ? sameBut('No option of Genesys Widgets; extensions of yours may read it where it stands.')
    : changes(`Write \`${right}\`.`);
}

/** Goes through the properties of the objects behind an expression; tells how many objects there are. */
function eachProperty(
  node: AnyNode,
  context: Context,
  visit: (name: string, value: AnyNode, key: AnyNode) => void,
): number {
  const objects = context.meanings.behind(node).filter((each) => each.type === 'ObjectExpression');
  for (const object of objects) {
    reportOverwritten(object, context);
    for (const property of object.properties) {
      const name = propertyName(property);
      if (property.type === 'SpreadElement') eachProperty(property.argument, context, visit);
      else if (name !== undefined) visit(name, property.value, property.key);
    }
  }
  return objects.length;
}

function reportOverwritten(object: ObjectExpression, { script, report }: Context): void {
  const last = new Map<string, AnyNode>();
  for (const property of [...object.properties].reverse()) {
    const name = propertyName(property);
    if (name === undefined || property.type !== 'Property') continue;
    const later = last.get(name);
    if (!later) last.set(name, property.key);
    else {
      const { line, column } = script.placeOf(later);
      const note = `It is overwritten by the same key at ${String(line)}:${String(column)}, which alone counts. Make one of both.`;
      report(script.placeOf(property.key), name, changes(note));
    }
  }
}
