import { readFileSync } from 'node:fs';
import MagicString from 'magic-string';
import { parseAst } from 'vite';

/** In the order in which the minifier names variables, so that texts like `this.t=t` come up often. */
const shortNames = [...'tesinraholdcupmfgvbywxkSTCEAIOLPMRDNUVBHFWGjqzYKJQXZ'];

/** Files of the classes that ours extend; the platform's have no member with a name of one letter. */
const ancestors = {
  LitElement: ['@lit/reactive-element/reactive-element.js', 'lit-element/lit-element.js'],
  Error: [],
  Event: [],
  CustomEvent: [],
  Promise: [],
};

/**
 * A Vite plugin that makes properties with short names of the private members of classes. They are private for those who
 * read and write the sources; to a browser each `#` and each declaration is only more to load. The host element, on which
 * a page may set what it likes, keeps its own.
 */
export function plainPrivates() {
  return {
    name: 'plain-privates',
    enforce: 'post',
    transform: {
      filter: { id: { include: /\/(?:src|components)\/.*\.ts$/, exclude: /\/genesys-webchat\.ts$/ }, code: /#/ },
      handler(code) {
        const result = new MagicString(code);
        const rename = (node, names) => {
          if (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier') {
            throw new Error(
              `unable to rename #${node.left.name}; only what stays private can be asked for with \`in\``,
            );
          }
          if (isBareField(node)) result.remove(node.start, node.end);
          else if (node.type === 'PrivateIdentifier') result.update(node.start, node.end, names.get(node.name));
          else for (const child of childrenOf(node)) rename(child, isClass(node) ? namesOf(node) : names);
        };
        rename(this.parse(code));
        return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}

/** What to call each private member of a class: nothing that the class, or one that it extends, knows already. */
function namesOf({ superClass, body }) {
  const members = body.body.flatMap(({ key }) => (key?.type === 'PrivateIdentifier' ? key.name : []));
  if (members.length === 0) return undefined;
  const files = superClass ? ancestors[superClass.name] : [];
  if (!files) throw new Error(`unable to rename #${members[0]}; ${superClass.name} is not among the known ancestors`);
  const taken = new Set([body, ...files.map(parseFile)].flatMap(propertyNames));
  const free = shortNames.filter((name) => !taken.has(name));
  const names = new Map(Array.from(new Set(members), (name, at) => [name, free[at]]));
  if (names.size > free.length) throw new Error(`unable to rename ${names.size} private members of one class`);
  return names;
}

/** A field without a value has to be declared only while it is private. */
function isBareField({ type, key, value }) {
  return type === 'PropertyDefinition' && key.type === 'PrivateIdentifier' && value === null;
}

function isClass({ type }) {
  return type === 'ClassDeclaration' || type === 'ClassExpression';
}

/** Every name of a property or a member inside. */
function propertyNames(node) {
  const name = (node.property ?? node.key)?.name;
  return [...(name === undefined || node.computed ? [] : [name]), ...childrenOf(node).flatMap(propertyNames)];
}

function parseFile(path) {
  return parseAst(readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8'));
}

function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string');
}
