/**
 * Puts what every chat loads into one file, which compresses better than its parts: the modules that these roots import
 * and that the linked file does not have already. For the `codeSplitting` of a build.
 * @param {{ entry: string, roots: string[] }} options - Paths of modules.
 */
export function chatChunk({ entry, roots }) {
  let members;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'chat',
        name: (id, context) => {
          members ??= difference(reach(roots, context), reach([entry], context));
          return members.has(id) ? 'chat' : null;
        },
      },
    ],
  };
}

/** All modules that come with these by static imports. */
function reach(ids, context) {
  const found = new Set(ids);
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

function difference(set, other) {
  return new Set([...set].filter((each) => !other.has(each)));
}
