import { readFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import ts from 'typescript';

/**
 * A plugin of the manifest analyzer: gives the host element the attributes and properties of the option table, which
 * it makes at run time, so that no analyzer can read them from its class.
 */
export async function optionAttributesPlugin({ tagName, table, names, sentences }) {
  const [{ options }, { attributeName, propertyName }, { takes }] = await Promise.all(
    [table, names, sentences].map((path) => tsImport(`../${path}`, import.meta.url)),
  );
  const comments = commentsIn(table);

  const fields = Object.entries(options).map(([name, { type, default: value }]) => ({
    kind: 'field',
    name: propertyName(name),
    description: `${comments.get(name) ?? ''} Takes ${takes(name)}.`.trim(),
    type: { text: typeText(type) },
    ...(value === undefined ? {} : { default: JSON.stringify(value) }),
    ...(type.fromAttribute ? { attribute: attributeName(name) } : {}),
  }));

  return {
    name: 'option-attributes',
    packageLinkPhase({ customElementsManifest }) {
      const host = customElementsManifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .find((declaration) => declaration.tagName === tagName);
      if (!host) throw new Error(`unable to write the options' attributes; no class defines <${tagName}>`);
      host.members = merge(host.members, fields);
      host.attributes = merge(host.attributes, fields.filter(({ attribute }) => attribute).map(toAttribute));
    },
  };
}

function toAttribute({ name, attribute, description, type, default: value }) {
  return { name: attribute, description, type, default: value, fieldName: name };
}

/** What a class says of itself by hand stays. */
function merge(own = [], added) {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...added.filter(({ name }) => !names.has(name))];
}

/** The doc comment of each row of the table, by the row's name. */
function commentsIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const comments = new Map();
  const visit = (node) => {
    if (ts.isPropertyAssignment(node)) {
      const [comment] = node.jsDoc ?? [];
      if (comment) comments.set(node.name.text, ts.getTextOfJSDocComment(comment.comment).replaceAll(/\s+/g, ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return comments;
}

/** The TypeScript type of what a row takes: the values that it lists, or the kinds of those that it reads. */
function typeText({ takes, read }) {
  if (Array.isArray(takes)) return takes.map((value) => JSON.stringify(value)).join(' | ');
  const samples = {
    boolean: true,
    number: 1,
    string: 'https://page.example',
    'number[]': [1],
    'string[]': ['a'],
    RegExp: /./,
    'RegExp[]': [/./],
    '(...given: unknown[]) => unknown': () => undefined,
    object: {},
  };
  const taken = Object.entries(samples).filter(([, sample]) => read(sample) !== undefined);
  return taken.map(([name]) => name).join(' | ');
}
