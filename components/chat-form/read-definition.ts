import { readHeld, saysSomething, type Tell } from './definition-values.js';
import { readInput, type InputRow } from './read-input.js';

/** A row that only says something. */
export interface CustomRow {
  readonly kind: 'custom';
  readonly html: string;
}

/** A form that can be shown. */
export type FormRows = readonly (CustomRow | InputRow)[];

/** What a definition came to: its rows, unless nothing of it can be used, and what is wrong with it. */
export interface ReadDefinition {
  readonly rows: FormRows | undefined;
  readonly mistakes: readonly string[];
}

/** Reads a form's definition; `source` names where it was given. Whatever can be used is. Never throws. */
export function readDefinition(definition: unknown, source: string): ReadDefinition {
  const mistakes: string[] = [];
  const tell: Tell = (sentence) => void mistakes.push(`${source}: ${sentence}`);
  const given = readHeld(definition);
  const inputs = given?.get('inputs');
  if (!given || !Array.isArray(inputs)) {
    tell('it takes an object {wrapper, inputs: [input, …]}. The built-in form is shown.');
    return { rows: undefined, mistakes };
  }
  const rows: (CustomRow | InputRow)[] = [];
  const wrapper = given.get('wrapper') ?? '';
  if (typeof wrapper !== 'string') tell('wrapper takes a text of HTML. It is ignored.');
  else if (saysSomething(wrapper)) rows.push({ kind: 'custom', html: wrapper });
  const names = new Set<string>();
  Array.from<unknown>(inputs).forEach((input, at) => {
    const row = readRow(input, at, tell);
    if (row?.kind === 'input' && names.has(row.name)) {
      tell(`two inputs have the name ${JSON.stringify(row.name)}; each needs its own. The second is left out.`);
      return;
    }
    if (row?.kind === 'input') names.add(row.name);
    if (row) rows.push(row);
  });
  if (inputs.length > 0 && rows.length === 0) {
    tell('there is no input that can be shown. The built-in form is.');
    return { rows: undefined, mistakes };
  }
  return { rows, mistakes };
}

function readRow(input: unknown, at: number, tell: Tell): CustomRow | InputRow | undefined {
  const place = `inputs[${String(at)}]`;
  const given = readHeld(input);
  if (!given) {
    tell(`${place} takes an object like {name, type, label}. It is left out.`);
    return undefined;
  }
  const custom = given.get('custom');
  if (typeof custom === 'string') return { kind: 'custom', html: custom };
  if (custom !== undefined) tell(`${place}.custom takes a text of HTML. It is ignored.`);
  return readInput(given, place, tell);
}
