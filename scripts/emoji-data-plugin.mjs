import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
/** Where the library's data lies; asked for when the first module is, so that other tests need no data. */
const library = () => dirname(require.resolve('emojibase-data/package.json'));

/** Newer ones are not drawn by the systems of many visitors. */
const newestVersion = 15;

/** Its emoji are no signs of their own: skin tones and hair. */
const componentGroup = 2;

/** Marks an emoji that can have a skin tone. */
const toneMark = '~';

const scheme = 'emoji-data:';

/**
 * A Vite plugin for what the emoji picker shows: `emoji-data:set` has all emoji, a line for each group;
 * `emoji-data:<language>` a line for each emoji of the set: its name, a tab, and words to find it by. Each module exports
 * its `text`, made of the library's data.
 */
export function emojiData() {
  return {
    name: 'emoji-data',
    // The library's own place, so that its licence goes with it.
    resolveId: (source) =>
      source.startsWith(scheme) ? join(library(), `emoji-${source.slice(scheme.length)}`) : undefined,
    load(id) {
      const [, name] = /emojibase-data\/emoji-([^/]+)$/.exec(id) ?? [];
      return name && moduleOf(name);
    },
  };
}

/** The same for Web Test Runner. */
export function servedEmojiData() {
  const path = '/emoji-data/';
  return {
    name: 'emoji-data',
    resolveImport: ({ source }) => (source.startsWith(scheme) ? path + source.slice(scheme.length) : undefined),
    serve: ({ path: asked }) =>
      asked.startsWith(path) ? { body: moduleOf(asked.slice(path.length)), type: 'js' } : undefined,
  };
}

function moduleOf(name) {
  return `export const text = ${JSON.stringify((name === 'set' ? setLines() : nameLines(name)).join('\n'))};`;
}

function setLines() {
  return groups().map((group) => group.map((emoji) => emoji.emoji + (takesTone(emoji) ? toneMark : '')).join(' '));
}

function nameLines(lang) {
  const known = new Map(read(lang, 'data').map((emoji) => [emoji.hexcode, emoji]));
  return groups()
    .flat()
    .map(({ hexcode }) => {
      const { label, tags = [] } = known.get(hexcode);
      return `${label}\t${tags.join(' ')}`;
    });
}

/** All emoji that are shown, by group and in the order of the standard. */
function groups() {
  const shown = read('en', 'data').filter(
    ({ group, version }) => group !== undefined && group !== componentGroup && version <= newestVersion,
  );
  const numbers = [...new Set(shown.map(({ group }) => group))].sort((one, other) => one - other);
  return numbers.map((number) =>
    shown.filter(({ group }) => group === number).sort((one, other) => one.order - other.order),
  );
}

/** Whether each tone is the sign of that tone after the first character, as it is where one person is shown. */
function takesTone({ emoji, skins = [] }) {
  const [first, ...rest] = emoji;
  return [1, 2, 3, 4, 5].every((tone) => {
    const sign = String.fromCodePoint(0x1f3fa + tone);
    const toned = [first, sign, ...(rest[0] === '\ufe0f' ? rest.slice(1) : rest)].join('');
    return skins.some((skin) => skin.tone === tone && skin.emoji === toned);
  });
}

function read(lang, what) {
  return require(join(library(), lang, `${what}.json`));
}
