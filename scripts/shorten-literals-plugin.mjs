import { readFileSync } from 'node:fs';
import MagicString from 'magic-string';

/** The private design tokens, in the order of their file, with short names: only our own style sheets know them. */
const shortTokens = new Map(
  [...readFileSync('components/styles/tokens.ts', 'utf8').matchAll(/(?<=^ *)--_[a-z-]+(?=:)/gm)].map(([name], at) => [
    name,
    `--_${at.toString(36)}`,
  ]),
);

/**
 * A Vite plugin that takes line breaks, indentation and CSS comments out of Lit's templates and styles, and shortens the
 * names of private design tokens: to a minifier they are text, to a browser nothing. A template that holds an element in
 * which white space shows stays as it is.
 */
export function shortenLiterals() {
  return {
    name: 'shorten-literals',
    transform: {
      filter: { id: /\/components\/.*\.ts$/, code: /\b(?:html|svg|css)`/ },
      handler(code, id) {
        const result = new MagicString(code);
        for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
          const shorten = { html: shortenHtml, svg: shortenHtml, css: shortenCss }[tag.name];
          if (!shorten) continue;
          if (tag.name === 'css' && quasi.expressions.length > 0) {
            throw new Error(
              `unable to shorten the styles in ${id}; the linked file knows only those that are one text`,
            );
          }
          for (const { start, end } of quasi.quasis) {
            if (start < end) result.update(start, end, shorten(code.slice(start, end)));
          }
        }
        return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}

function shortenHtml(text) {
  return /<pre\b|\s<\/textarea>/.test(text) ? text : text.replaceAll(/\s*\n\s*/g, ' ');
}

function shortenCss(text) {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/(?<=[{};,])\n|\n(?=\})/g, '')
    .replaceAll('\n', ' ')
    .replaceAll(/--_[a-z-]+/g, (name) => shortTokens.get(name) ?? name)
    .replaceAll(/ (?=\{)|(?<=[,:;]) | ?> ?|;(?=\})/g, (each) => (each.includes('>') ? '>' : ''));
}

function taggedTemplates(node) {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(taggedTemplates);
  return node.type === 'TaggedTemplateExpression' ? [node, ...inside] : inside;
}
