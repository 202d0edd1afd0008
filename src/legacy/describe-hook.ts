import { cxHooks, type Replacement } from './cx-hooks.js';

const table = new Map<string, Replacement>(Object.entries(cxHooks));
const beginnings = [...table.keys()].filter((key) => /[-_]$/.test(key));

const unknown: Replacement = {
  note: 'The window of the chat is a shadow root with parts and slots of its own, which docs/parts.md lists.',
};

/** What takes the place of a hook, whether or not the table knows it. */
export function replacementOf(hook: string): Replacement {
  const key = hook.startsWith('[') ? '[data-message]' : beginnings.find((beginning) => hook.startsWith(beginning));
  return table.get(hook) ?? table.get(key ?? '') ?? unknown;
}

/** The same in words, to follow the hook's name. */
export function describeReplacement(replacement: Replacement): string {
  const { parts = [], slots = [], properties = [], events = [], commands = [], options = [], note } = replacement;
  const ways = [
    ['style', parts.map((part) => `genesys-webchat::part(${part})`)],
    ['set', properties],
    ['fill', slots.map((slot) => `slot="${slot}"`)],
    ['run', commands],
    ['listen to', events],
    ['see the option', options],
  ] as const;
  const said = ways
    .filter(([, names]) => names.length > 0)
    .map(([verb, names]) => `${verb} ${names.map((name) => `\`${name}\``).join(', ')}`);
  const sentence = said.join('; ');
  return [sentence && `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, note].filter(Boolean).join(' ');
}
