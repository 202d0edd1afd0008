import { parse, parseExpressionAt, type AnyNode, type Expression, type Options } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { Place, SourceText } from './source-text.js';

/** A node with those that hold it, the outermost first. */
export interface Visit {
  readonly node: AnyNode;
  readonly holders: readonly AnyNode[];
}

/** Code of the site, parsed. */
export interface Script {
  readonly text: string;
  readonly visits: readonly Visit[];
  placeOf(node: AnyNode, within?: number): Place;
}

/** Code that no browser would run either. */
export class Unparsable extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

const leniently: Options = {
  ecmaVersion: 'latest',
  allowHashBang: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowSuperOutsideMethod: true,
};

/** The nodes that say something to a check. */
const telling = new Set<string>([
  'AssignmentExpression',
  'CallExpression',
  'FunctionDeclaration',
  'ImportDeclaration',
  'Literal',
  'TemplateElement',
  'VariableDeclarator',
]);

/** Parses a script or module; `offset` is where it begins in its file, `fixed` that all of it counts as standing there. */
export function readScript(source: SourceText, text = source.text, offset = 0, fixed = false): Script {
  const visits: Visit[] = [];
  try {
    fullAncestor(parseAny(source, text, offset), (node, _state, ancestors) => {
      if (telling.has(node.type)) visits.push({ node: node, holders: ancestors.slice(0, -1) });
    });
  } catch (error) {
    throw error instanceof Unparsable ? error : unparsable(error, source, offset);
  }
  // Inner nodes come first; a reader of the report begins at the top.
  visits.sort(({ node: one }, { node: other }) => one.start - other.start || other.end - one.end);
  return { text, visits, placeOf: (node, within = 0) => source.placeAt(fixed ? offset : offset + node.start + within) };
}

/** Parses data as the literal that it is. */
export function readData(source: SourceText, text = source.text, offset = 0): { literal: Expression; script: Script } {
  try {
    const literal = parseExpressionAt(text, 0, leniently);
    return { literal, script: { text, visits: [], placeOf: (node) => source.placeAt(offset + node.start) } };
  } catch (error) {
    throw unparsable(error, source, offset);
  }
}

function parseAny(source: SourceText, text: string, offset: number): AnyNode {
  try {
    return parse(text, { ...leniently, sourceType: 'script' });
  } catch (error) {
    try {
      return parse(text, { ...leniently, sourceType: 'module' });
    } catch {
      throw unparsable(error, source, offset);
    }
  }
}

function unparsable(error: unknown, source: SourceText, offset: number): Unparsable {
  const at = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0;
  const why = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : String(error);
  return new Unparsable(why, source.placeAt(offset + at));
}
