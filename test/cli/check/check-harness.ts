import { checkSite } from '../../../cli/check/check-site.js';
import type { Finding } from '../../../cli/check/finding.js';
import { readPage } from '../../../cli/check/read-page.js';
import { SourceText, type SourceKind } from '../../../cli/check/source-text.js';

/** What the check says of one text. */
export function check(text: string, kind: SourceKind = 'script', hasJQuery?: boolean): readonly Finding[] {
  const source = new SourceText('site', text, kind);
  const page = kind === 'page' ? { page: readPage(source) } : {};
  return checkSite({ files: [{ source, ...page }], skipped: [], elsewhere: [], hasJQuery });
}

/** The same in short: `12:5 changes: webchat.dataURL`. */
export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ line, column, verdict, subject }) => `${String(line)}:${String(column)} ${verdict}: ${subject}`,
  );
}
