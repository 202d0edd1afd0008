/** A plugin of the manifest analyzer: leaves out what is not for a page's author. */
export function publicMembersPlugin() {
  return {
    name: 'public-members',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          declaration.members = declaration.members?.filter(isPublic);
        }
      }
    },
  };
}

function isPublic({ name, privacy = 'public', kind, static: isStatic }) {
  // Lit's own static fields and reactions are members by the language, not by intent.
  return privacy === 'public' && !name.startsWith('#') && !(isStatic && kind === 'field') && !reactions.has(name);
}

const reactions = new Set([
  ...['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'createRenderRoot'],
  ...['shouldUpdate', 'willUpdate', 'update', 'firstUpdated', 'updated', 'render'],
]);
