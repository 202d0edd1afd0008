import { analyze } from 'eslint-scope';
import MagicString from 'magic-string';

/** What the linked file gives to other files is called by these; the minifier has to leave them alone. */
export const sharedNames = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ$_'];

/** What the linked file gives to whoever links it. */
const publicName = 'GenesysWebchat';

/**
 * A Vite plugin that calls what lazy files take from the linked one by the same name on both sides, so that it reads
 * `import{A,B}` and not `import{k as t,x as e}`; and leaves the names that the minifier likes best to what is local.
 */
export function nameAlike() {
  return {
    name: 'name-alike',
    renderChunk: {
      order: 'post',
      handler(code, chunk, _options, { chunks }) {
        const linked = Object.values(chunks).find(({ isEntry }) => isEntry);
        const given = linked.exports.filter((name) => name !== publicName).sort();
        if (given.length > sharedNames.length) throw new Error(`unable to call ${given.length} exports by one letter`);
        const ast = withRanges(this.parse(code));
        const specifiers = ast.body.flatMap((node) => specifiersOf(node, chunk, linked));
        if (specifiers.length === 0) return undefined;
        const result = new MagicString(code);
        const [scope] = analyze(ast, { ecmaVersion: 2022, sourceType: 'module' }).globalScope.childScopes;
        for (const { local, outside } of specifiers) {
          const name = sharedNames[given.indexOf(outside.name)];
          if (!name) continue;
          for (const { start, end, isShorthand } of placesOf(scope.set.get(local.name), outside)) {
            result.update(start, end, isShorthand ? `${local.name}: ${name}` : name);
          }
        }
        return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}

/** What a statement takes from the linked file, or gives in it. */
function specifiersOf({ type, source, specifiers = [] }, chunk, linked) {
  const isTaken = type === 'ImportDeclaration' && source.value.endsWith(`/${linked.fileName}`);
  if (!isTaken && !(type === 'ExportNamedDeclaration' && chunk.isEntry)) return [];
  return specifiers.map(({ local, imported, exported }) => ({ local, outside: imported ?? exported }));
}

/** Everywhere that a name stands, once each. */
function placesOf({ identifiers, references }, outside) {
  const nodes = [outside, ...identifiers, ...references.map(({ identifier }) => identifier)];
  return new Map(nodes.map((node) => [node.start, node])).values();
}

/** What the analysis of scopes wants to know of each node. */
function withRanges(node) {
  if (typeof node !== 'object' || node === null) return node;
  if (typeof node.type === 'string') node.range = [node.start, node.end];
  if (node.type === 'Property' && node.shorthand) node.value.isShorthand = true;
  for (const child of Object.values(node).flat()) withRanges(child);
  return node;
}
