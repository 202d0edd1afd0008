import { cpus } from 'node:os';
import type { Row } from './row.js';

/** The rows as Markdown, a table for each group, with what they were measured on. */
export function toMarkdown(rows: readonly Row[], browser: string): string {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const tables = groups.map((name) => {
    const members = rows.filter(({ group }) => group === name);
    return [`| ${name} | measured | bar |`, '| --- | ---: | ---: |', ...members.map(lineOf)].join('\n');
  });
  const { model = 'unknown' } = cpus()[0] ?? {};
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${date}, ${browser}, Node ${process.versions.node}, ${cpus().length} cores of ${model}`;
  return `${machine}\n\n${tables.join('\n\n')}\n`;
}

/** One row for the terminal. */
export function toLine(row: Row): string {
  return `${what(row).padEnd(72)} ${measured(row).padStart(14)} ${isOver(row) ? 'OVER' : '    '} ${bar(row)}`;
}

function lineOf(row: Row): string {
  return `| ${what(row)} | ${isOver(row) ? `**${measured(row)}**` : measured(row)} | ${bar(row)} |`;
}

function what({ what: name, clock }: Row): string {
  return clock === undefined ? name : `${name} (${clock === 'cpu' ? 'work' : 'wait'})`;
}

function measured({ value, unit }: Row): string {
  const digits = unit === 'requests' || unit === 'nodes' ? 0 : unit === '×' || unit === 'kB' ? 2 : 1;
  return `${value.toFixed(digits)} ${unit}`;
}

function bar({ bar: limit, unit }: Row): string {
  return limit === undefined ? '' : `${limit} ${unit}`;
}

function isOver({ value, bar: limit }: Row): boolean {
  return limit !== undefined && value > limit;
}
