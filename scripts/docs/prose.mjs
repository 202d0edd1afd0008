/** What stands above everything that is written by this script. */
export const note = '<!-- Written by `npm run docs` from the code: change it there. -->';

/** A comment of the code for the people outside: without its sources, but with what is different in them. */
export function prose(comment) {
  return comment
    .replaceAll(/ ?Contract: [^.]*?, where ([^.]+)\./g, ' In Genesys Widgets $1.')
    .replaceAll(/ ?Contract: [^.]*\./g, '')
    .replaceAll(/ Ours\.$/g, ' Not in Genesys Widgets.')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .trim();
}

/** Code in the cell of a table. */
export function code(text) {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** A table of texts. */
export function table(heads, rows) {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
