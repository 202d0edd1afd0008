import MagicString from 'magic-string';

/**
 * A Vite plugin that writes the object which a dynamic import of a module inside a larger file resolves with as a plain
 * object with getters. The bundler's own helper makes it more like a true module than anybody here looks.
 */
export function plainNamespaces() {
  return {
    name: 'plain-namespaces',
    renderChunk(code) {
      const result = new MagicString(code);
      for (const { init } of variables(this.parse(code))) {
        if (init?.callee?.name !== '__exportAll') continue;
        const getters = init.arguments[0].properties.map(
          ({ key, value }) => `get ${key.name}() { return ${value.body.name}; }`,
        );
        result.update(init.start, init.end, `{ ${getters.join(', ')} }`);
      }
      return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
    },
  };
}

function variables({ body }) {
  return body.flatMap(({ type, declarations }) => (type === 'VariableDeclaration' ? declarations : []));
}
