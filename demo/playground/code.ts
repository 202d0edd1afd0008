import { attributeName, propertyName } from '../../src/config/option-names.js';
import type { OptionType } from '../../src/config/option-types.js';
import { optionNames, options } from '../../src/config/options.js';
import { toConfig, type SetUp } from './set-up.js';

type Values = SetUp['values'];

/** The tag, with attributes for all that they can hold and a script for the rest. */
export function htmlCode(values: Values, theme: SetUp['theme']): string {
  const attributes = optionNames.flatMap((name) => {
    const value = values[name];
    return value === undefined || !fitsAttribute(name, value) ? [] : [` ${attributeName(name)}${attributeText(value)}`];
  });
  const rest = propertyLines(values, (name, value) => !fitsAttribute(name, value));
  const joint = attributes.length > 2 ? `\n ${attributes.join('\n ')}\n` : attributes.join('');
  const css = cssCode(theme);
  return [
    '<script type="module" src="/cdn/genesys-webchat.js"></script>',
    ...(css ? [`<style>\n${indent(css)}\n</style>`] : []),
    `<genesys-webchat${joint}></genesys-webchat>`,
    ...(rest.length > 0
      ? [
          `<script type="module">\n${indent([`const chat = document.querySelector('genesys-webchat');`, ...rest].join('\n'))}\n</script>`,
        ]
      : []),
  ].join('\n');
}

/** A tag that is made in JavaScript. */
export function scriptCode(values: Values): string {
  return [
    "import 'genesys-webchat';",
    '',
    "const chat = document.createElement('genesys-webchat');",
    ...propertyLines(values, () => true),
    'document.body.append(chat);',
  ].join('\n');
}

/** The configuration of Genesys Widgets, which the tag reads too. */
export function legacyCode(values: Values): string {
  const { main, webchat } = toConfig({ values });
  const widgets = { ...(Object.keys(main).length > 0 && { main }), webchat };
  return `window._genesys = {\n  widgets: ${literal(widgets, '  ')},\n};`;
}

/** The custom properties as a style sheet; empty when none is set. */
export function cssCode(theme: SetUp['theme']): string {
  const lines = Object.entries(theme).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? `genesys-webchat {\n${lines.join('\n')}\n}` : '';
}

function propertyLines(values: Values, isWanted: (name: keyof Values, value: unknown) => boolean): string[] {
  return optionNames.flatMap((name) => {
    const value = values[name];
    return value === undefined || !isWanted(name, value) ? [] : [`chat.${propertyName(name)} = ${literal(value, '')};`];
  });
}

function fitsAttribute(name: keyof Values, value: unknown): boolean {
  const type: OptionType<unknown> = options[name].type;
  return 'fromAttribute' in type && typeof value !== 'object';
}

function attributeText(value: unknown): string {
  return value === true
    ? ''
    : `="${String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
}

/** A value as somebody would write it: names without quotes where they need none. */
function literal(value: unknown, margin: string): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll(`\\"`, '"').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, margin)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${margin}  `;
  const lines = Object.entries(value).map(
    ([name, held]) => `${inner}${/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name, '')}: ${literal(held, inner)},`,
  );
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${margin}}` : '{}';
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
