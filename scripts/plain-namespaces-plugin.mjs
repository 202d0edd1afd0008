import MagicString from 'magic-string';

/** What the bundler calls its own helper, and the file that it keeps that in. */
const helper = '__exportAll';
const helperFile = /\/rolldown-runtime\.js$/;

/**
 * A Vite plugin that writes the object which a dynamic import of a module inside a larger file resolves with as a plain
 * object with getters. The bundler's own helper makes it more like a true module than anybody here looks, and would be
 * one more file for every chat to load.
 */
export function plainNamespaces() {
  return {
    name: 'plain-namespaces',
    renderChunk(code) {
      const result = new MagicString(code);
      const { body } = this.parse(code);
      for (const { init } of variables(body)) {
        if (init?.callee?.name !== helper) continue;
        const getters = init.arguments[0].properties.map(
          ({ key, value }) => `get ${key.name}() { return ${value.body.name}; }`,
        );
        result.update(init.start, init.end, `{ ${getters.join(', ')} }`);
      }
      for (const { type, specifiers, start, end } of body) {
        if (type !== 'ImportDeclaration' || specifiers[0]?.local.name !== helper) continue;
        if (specifiers.length > 1)
          throw new Error(`unable to do without the bundler's helpers; a file asks for others`);
        result.remove(start, end);
      }
      return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
    },
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((name) => helperFile.test(`/${name}`));
      for (const file of files) delete bundle[file];
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.imports = chunk.imports.filter((name) => !files.includes(name));
      }
    },
  };
}

function variables(body) {
  return body.flatMap(({ type, declarations }) => (type === 'VariableDeclaration' ? declarations : []));
}
