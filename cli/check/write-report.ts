import { verdictWords, type Verdict } from '../facts/fact.js';
import type { Finding } from './finding.js';
import type { Site } from './gather.js';

const verdicts = Object.keys(verdictWords) as Verdict[];

/** How many names of other sites' scripts are told. */
const mostElsewhere = 10;

/** The report for people: by file, the gravest first, what is said of the same thing in one line. */
export function writeReport({ files, skipped, elsewhere }: Site, findings: readonly Finding[]): string {
  const named = files.map(({ source }) => source.name).filter((name) => findings.some(({ file }) => file === name));
  const parts = named.map((name) =>
    writeFile(
      name,
      findings.filter(({ file }) => file === name),
    ),
  );
  const counts = verdicts.map(
    (verdict) => `${String(findings.filter((finding) => finding.verdict === verdict).length)} ${verdictWords[verdict]}`,
  );
  const unread = skipped.map(({ name, reason }) => `Not read: ${name} ${reason}`);
  if (elsewhere.length > 0) {
    const more = elsewhere.length - mostElsewhere;
    const list = [...elsewhere.slice(0, mostElsewhere), ...(more > 0 ? [`and ${String(more)} more`] : [])];
    unread.push(`Scripts of other sites are read where they are named: ${list.join(', ')}`);
  }
  const summary = findings.length > 0 ? counts.join(', ') : 'nothing of Genesys Widgets found';
  const read = `${String(files.length)} ${files.length === 1 ? 'file' : 'files'} read: ${summary}.`;
  return [...parts, ...(unread.length > 0 ? [unread.join('\n')] : []), read].join('\n\n');
}

/** The report for programs. */
export function writeJson({ files, skipped, elsewhere }: Site, findings: readonly Finding[]): string {
  const summary = Object.fromEntries(
    verdicts.map((verdict) => [verdict, findings.filter((each) => each.verdict === verdict).length]),
  );
  const read = files.map(({ source }) => source.name);
  return JSON.stringify({ summary, findings, read, skipped, elsewhere }, undefined, 2);
}

function writeFile(name: string, findings: readonly Finding[]): string {
  const sections = verdicts.map((verdict) => {
    const lines = linesOf(findings.filter((finding) => finding.verdict === verdict));
    return lines.length > 0 ? [`  ${verdictWords[verdict]}`, ...lines] : [];
  });
  return [name, ...sections.flat()].join('\n');
}

function linesOf(findings: readonly Finding[]): string[] {
  const places = new Map<string, string[]>();
  const inOrder = [...findings].sort((one, other) => one.line - other.line || one.column - other.column);
  for (const { subject, message, line, column } of inOrder) {
    const said = message ? `${subject}: ${message}` : subject;
    places.set(said, [...(places.get(said) ?? []), `${String(line)}:${String(column)}`]);
  }
  return [...places].map(([said, at]) => `    ${at.join(' ')}  ${said}`);
}
