import { readFileSync } from 'node:fs';

/**
 * A plugin of the manifest analyzer: gives the host element the parts of the elements inside it, which it exports all,
 * and the defaults of its custom properties, which stand in the style sheets.
 */
export function hostStylingPlugin({ tagName, styles }) {
  const text = styles.map((path) => readFileSync(path, 'utf8')).join('\n');

  return {
    name: 'host-styling',
    packageLinkPhase({ customElementsManifest }) {
      const elements = customElementsManifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .filter((declaration) => declaration.tagName);
      const host = elements.find((element) => element.tagName === tagName);
      const parts = elements.flatMap(({ tagName: inner, cssParts = [] }) =>
        cssParts.map(({ name, description }) => ({ name, description: `${areaOf(inner)}: ${description}` })),
      );
      host.cssParts = [...new Map(parts.map((part) => [part.name, part])).values()];
      host.cssProperties = host.cssProperties.map((property) => ({
        ...property,
        default: defaultOf(property.name, text),
      }));
      const undocumented = Array.from(text.matchAll(/--gwc-[\w-]+/g), ([name]) => name).find(
        (name) => !host.cssProperties.some((property) => property.name === name),
      );
      if (undocumented)
        throw new Error(`unable to describe ${undocumented}; the class of <${tagName}> has no @cssprop of it`);
    },
  };
}

/** What a visitor would call the place, of the element that shows it. */
function areaOf(tagName) {
  return tagName.replace('genesys-chat-', '').replace('-', ' ');
}

/** What stands behind the name in `var(--name, …)`, up to the bracket that closes it. */
function defaultOf(name, text) {
  const start =
    text.indexOf(`var(${name},`) >= 0 ? text.indexOf(`var(${name},`) : text.search(RegExp(`var\\(\\s+${name},`));
  if (start < 0) throw new Error(`unable to describe ${name}; no style sheet reads it`);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && --depth === 0)
      return text
        .slice(text.indexOf(',', start) + 1, at)
        .replaceAll(/\s+/g, ' ')
        .trim();
  }
  throw new Error(`unable to describe ${name}; its default does not end`);
}
