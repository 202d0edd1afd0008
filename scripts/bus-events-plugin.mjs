import { membersOf } from './docs/interfaces.mjs';

/**
 * A plugin of the manifest analyzer: gives the host element the events that it dispatches for the bus, from the tables
 * that declare them, each under its full name and, where no table before has it, under its bare one.
 */
export function busEventsPlugin({ tagName, tables }) {
  const events = new Map();
  for (const { plugin, path, name } of tables) {
    for (const member of membersOf(path, name)) {
      const row = { name: member.name, type: { text: `CustomEvent<${member.text}>` }, description: member.comment };
      events.set(`${plugin}.${row.name}`, { ...row, name: `${plugin}.${row.name}` });
      if (!events.has(row.name)) events.set(row.name, row);
    }
  }

  return {
    name: 'bus-events',
    packageLinkPhase({ customElementsManifest }) {
      const host = customElementsManifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .find((declaration) => declaration.tagName === tagName);
      if (!host) throw new Error(`unable to write the events; no class defines <${tagName}>`);
      host.events = [...events.values()];
    },
  };
}
