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
        const shared = new Map(specifiers.map(({ local, outside }) => [local.name, outside]));
        const result = new MagicString(code);
        const { scopes } = analyze(ast, { ecmaVersion: 2022, sourceType: 'module' });
        for (const scope of scopes) {
          for (const { name, identifiers, references } of scope.variables) {
            const outside = scope.type === 'module' ? shared.get(name) : undefined;
            const sharedName = sharedNames[given.indexOf(outside?.name)];
            // What is local and called like that has to have another name; the minifier shortens it again.
            const other = sharedName ?? (sharedNames.includes(name) ? `local${name}` : undefined);
            if (other === undefined) continue;
            const places = [...identifiers, ...references.map(({ identifier }) => identifier)];
            for (const node of sharedName ? [outside, ...places] : places) {
              result.update(node.start, node.end, node.isShorthand ? `${name}: ${other}` : other);
            }
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

/** What the analysis of scopes wants to know of each node. */
function withRanges(node) {
  if (typeof node !== 'object' || node === null) return node;
  if (typeof node.type === 'string') node.range = [node.start, node.end];
  if (node.type === 'Property' && node.shorthand) (node.value.left ?? node.value).isShorthand = true;
  for (const child of Object.values(node).flat()) withRanges(child);
  return node;
}
