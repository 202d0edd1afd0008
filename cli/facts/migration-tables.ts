import { cxHooks, type Replacement } from '../../src/legacy/cx-hooks.js';
import { verdictWords, type Fact } from './fact.js';
import { legacyNames } from './name-facts.js';
import { legacyOptions } from './option-facts.js';
import { otherPlugins } from './plugin-facts.js';

/**
 * The tables of docs/migration.md, by the names that its comments give them. What `isOurs` says of, by its full name,
 * Genesys Widgets did not have.
 */
export function migrationTables(isOurs: (name: string) => boolean): Readonly<Record<string, string>> {
  const factTable = (what: string, facts: ReadonlyMap<string, Fact>): string => {
    const rows = [...facts].filter(([name]) => !isOurs(name));
    return table(
      [what, 'here it', ''],
      rows.map(([name, { verdict, note = '' }]) => [`\`${name}\``, verdictWords[verdict], note]),
    );
  };
  return {
    options: factTable('option', legacyOptions()),
    commands: factTable('command', legacyNames('commands')),
    events: factTable('event', legacyNames('events')),
    plugins: factTable('plugin', new Map(Object.entries(otherPlugins))),
    hooks: table(['hook', 'parts', 'besides'], Object.entries<Replacement>(cxHooks).map(hookRow)),
  };
}

function hookRow([hook, replacement]: readonly [string, Replacement]): string[] {
  const { parts = [], slots = [], properties = [], events = [], commands = [], options = [], note } = replacement;
  const others = [
    ...slots.map((slot) => `slot \`${slot}\``),
    ...properties.map((property) => `\`${property}\``),
    ...commands.map((command) => `command \`${command}\``),
    ...events.map((event) => `event \`${event}\``),
    ...options.map((option) => `option \`${option}\``),
  ].join(', ');
  return [
    `\`${hook}${/[-_]$/.test(hook) ? '…' : ''}\``,
    parts.map((part) => `\`${part}\``).join(', '),
    [others, note].filter(Boolean).join('. '),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
