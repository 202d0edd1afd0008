import type { AnyNode, Expression, Property, SpreadElement } from 'acorn';
import type { Script } from './read-script.js';

/** How often a name may stand for another name. */
const longestChain = 8;

const globals = new Set(['window', 'self', 'globalThis', 'top', 'parent']);

/** What the expressions of one script mean, as far as it can be known without running it. */
export class Meanings {
  readonly #values = new Map<string, Expression>();

  constructor({ visits }: Script) {
    for (const { node } of visits) {
      if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
        this.#values.set(node.id.name, node.init);
      if (node.type !== 'FunctionDeclaration') continue;
      const [only] = node.body.body.slice(-1);
      if (only?.type === 'ReturnStatement' && only.argument)
        this.#values.set(`${node.id?.name ?? ''}()`, only.argument);
    }
  }

  /** The names that lead from the page's globals to a thing, such as `_genesys`, `widgets`, `main`; undefined where it is none. */
  pathOf(node: AnyNode, chain = 0): string[] | undefined {
    if (node.type === 'LogicalExpression') return this.pathOf(node.left, chain);
    if (node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression')
      return this.pathOf(node.expression, chain);
    if (node.type === 'Identifier') {
      const value = chain < longestChain ? this.#values.get(node.name) : undefined;
      const path = value && this.pathOf(value, chain + 1);
      return path?.[0] === '_genesys' || path?.[0] === 'CXBus' ? path : [node.name];
    }
    if (node.type !== 'MemberExpression') return undefined;
    const path = this.pathOf(node.object, chain);
    const name = node.computed ? this.textOf(node.property) : nameOf(node.property);
    if (!path || name === undefined) return undefined;
    return path.length === 1 && globals.has(path[0] ?? '') ? [name] : [...path, name];
  }

  /** The expressions that may stand behind one: the value of a name, what a function returns, both sides of a choice. */
  behind(node: AnyNode, chain = 0): AnyNode[] {
    if (chain > longestChain) return [];
    const next = (...nodes: AnyNode[]) => nodes.flatMap((each) => this.behind(each, chain + 1));
    if (node.type === 'LogicalExpression') return next(node.left, node.right);
    if (node.type === 'ConditionalExpression') return next(node.consequent, node.alternate);
    if (node.type === 'ParenthesizedExpression') return next(node.expression);
    const name =
      node.type === 'CallExpression' && node.callee.type === 'Identifier'
        ? `${node.callee.name}()`
        : node.type === 'Identifier'
          ? node.name
          : '';
    const value = this.#values.get(name);
    return value ? next(value) : [node];
  }

  /** A text that is known; undefined where it is made while the code runs. */
  textOf(node: AnyNode): string | undefined {
    const [only, ...more] = this.behind(node);
    if (!only || more.length > 0) return undefined;
    if (only.type === 'Literal' && typeof only.value === 'string') return only.value;
    if (only.type === 'TemplateLiteral' && only.expressions.length === 0)
      return only.quasis[0]?.value.cooked ?? undefined;
    if (only.type !== 'BinaryExpression' || only.operator !== '+') return undefined;
    const [left, right] = [this.textOf(only.left), this.textOf(only.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }

  /** The value of an expression, if all of it is known. */
  valueOf(node: AnyNode): { readonly value: unknown } | undefined {
    const [only, ...more] = this.behind(node);
    if (!only || more.length > 0) return undefined;
    const text = this.textOf(only);
    if (text !== undefined) return { value: text };
    if (only.type === 'Literal') return { value: only.value };
    if (only.type === 'Identifier' && only.name === 'undefined') return { value: undefined };
    if (only.type === 'UnaryExpression') return negated(only.operator, this.valueOf(only.argument));
    if (isFunction(only)) return { value: () => undefined };
    if (only.type === 'ArrayExpression') {
      const items = only.elements.map((item) =>
        item && item.type !== 'SpreadElement' ? this.valueOf(item) : undefined,
      );
      return items.every((item) => item !== undefined) ? { value: items.map(({ value }) => value) } : undefined;
    }
    if (only.type !== 'ObjectExpression') return undefined;
    const entries = only.properties.map(
      (property) =>
        [propertyName(property), property.type === 'Property' ? this.valueOf(property.value) : undefined] as const,
    );
    return entries.every(([key, held]) => key !== undefined && held !== undefined)
      ? { value: Object.fromEntries(entries.map(([key, held]) => [key, held?.value])) }
      : undefined;
  }
}

/** The name that a property of a literal has; undefined where it is made while the code runs. */
export function propertyName(property: Property | SpreadElement): string | undefined {
  if (property.type !== 'Property') return undefined;
  return property.computed && property.key.type !== 'Literal' ? undefined : nameOf(property.key);
}

/** Whether an expression is a function. */
export function isFunction(node: AnyNode): boolean {
  return (
    node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration'
  );
}

function nameOf(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : undefined;
}

function negated(
  operator: string,
  held: { readonly value: unknown } | undefined,
): { readonly value: unknown } | undefined {
  if (!held) return undefined;
  if (operator === '-') return { value: -Number(held.value) };
  return operator === '!' ? { value: !held.value } : undefined;
}
