import { optionRows } from './docs/option-rows.mjs';

/**
 * A plugin of the manifest analyzer: gives the host element the attributes and properties of the option table, which
 * it makes at run time, so that no analyzer can read them from its class.
 */
export async function optionAttributesPlugin({ tagName }) {
  const rows = await optionRows();
  const fields = rows.map(({ property, attribute, takes, comment, type, default: value }) => ({
    kind: 'field',
    name: property,
    description: `${comment} Takes ${takes}.`.trim(),
    type: { text: typeText(type) },
    ...(value === undefined ? {} : { default: JSON.stringify(value) }),
    ...(attribute ? { attribute } : {}),
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
  // Objects and functions are for the property alone.
  const text = type.text.split(' | ').filter((kind) => !/\[\]|^RegExp$|=>|^object$/.test(kind));
  return { name: attribute, description, type: { text: text.join(' | ') }, default: value, fieldName: name };
}

/** What a class says of itself by hand stays. */
function merge(own = [], added) {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...added.filter(({ name }) => !names.has(name))];
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
