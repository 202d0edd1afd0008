import { readFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import ts from 'typescript';

/**
 * A plugin of the manifest analyzer: gives the host element the attributes and properties of the option table, which
 * it makes at run time, so that no analyzer can read them from its class.
 */
export async function optionAttributesPlugin({ tagName, table, names }) {
  const [{ options }, { attributeName, propertyName }] = await Promise.all(
    [table, names].map((path) => tsImport(`../${path}`, import.meta.url)),
  );
  const comments = commentsIn(table);

  const fields = Object.entries(options).map(([name, { type, default: value }]) => ({
    kind: 'field',
    name: propertyName(name),
    description: `${comments.get(name) ?? ''} Takes ${type.takes}.`.trim(),
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

/** The TypeScript type of what a row takes, from its own description of it and from what it reads. */
function typeText({ takes, read }) {
  if (takes.startsWith('one of ')) return takes.slice('one of '.length).replaceAll(', ', ' | ');
  const samples = {
    boolean: true,
    number: 1,
    string: 'https://page.example',
    RegExp: /./,
    'RegExp[]': [/./],
    '(...given: unknown[]) => unknown': () => undefined,
    object: {},
  };
  const taken = Object.entries(samples).filter(([, sample]) => read(sample) !== undefined);
  return taken.map(([name]) => name).join(' | ');
}
