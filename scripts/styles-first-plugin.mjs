import MagicString from 'magic-string';

const styles = /^components\/(?:.*\.styles|styles\/.*)\.ts$/;

/**
 * A Vite plugin that puts the style sheets of a lazy file together, before its code: what is alike compresses better side
 * by side. A style sheet needs nothing but the function that makes it, which such a file imports.
 */
export function stylesFirst() {
  return {
    name: 'styles-first',
    renderChunk(code, { isEntry, moduleIds }) {
      if (isEntry || !moduleIds.some((id) => id.endsWith('.styles.ts'))) return undefined;
      const result = new MagicString(code);
      // The bundler heads each module with its path.
      const heads = [...code.matchAll(/^\/\/ (\S+\.ts)$/gm)];
      if (heads.length === 0) throw new Error('unable to find the style sheets; modules are not headed by their paths');
      for (const [at, { 1: path, index }] of heads.entries()) {
        const next = heads[at + 1]?.index;
        if (at > 0 && next !== undefined && styles.test(path)) result.move(index, next, heads[0].index);
      }
      return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
    },
  };
}
