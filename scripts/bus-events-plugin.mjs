import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * A plugin of the manifest analyzer: gives the host element the events that it dispatches for the bus, from the tables
 * that declare them, each under its full name and, where no table before has it, under its bare one.
 */
export function busEventsPlugin({ tagName, tables }) {
  const events = new Map();
  for (const { plugin, path, name } of tables) {
    for (const row of rowsOf(path, name)) {
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

/** The members of an interface: name, type of the event, and doc comment. */
function rowsOf(path, interfaceName) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const table = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === interfaceName);
  if (!table) throw new Error(`unable to write the events; ${path} has no interface ${interfaceName}`);
  return table.members.map((member) => ({
    name: member.name.text,
    type: { text: `CustomEvent<${member.type.getText(source)}>` },
    description: ts.getTextOfJSDocComment(member.jsDoc?.[0]?.comment) ?? '',
  }));
}
