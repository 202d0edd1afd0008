/**
 * A plugin of the manifest analyzer: leaves the host element alone in the manifest, in the module that a page imports. The
 * elements inside it are no interface.
 */
export function publishedModulePlugin({ tagName, path }) {
  return {
    name: 'published-module',
    packageLinkPhase({ customElementsManifest }) {
      const host = customElementsManifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .find((declaration) => declaration.tagName === tagName);
      const declaration = { name: host.name, module: path };
      customElementsManifest.modules = [
        {
          kind: 'javascript-module',
          path,
          declarations: [host],
          exports: [
            { kind: 'js', name: host.name, declaration },
            { kind: 'custom-element-definition', name: tagName, declaration },
          ],
        },
      ];
    },
  };
}
