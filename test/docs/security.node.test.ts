import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** A test as the page cites it: the file, and names of tests in it; “…” stands for what differs. */
interface Citation {
  readonly path: string;
  readonly names: readonly string[];
}

const page = readFileSync('docs/security.md', 'utf8');

const citations: Citation[] = [...page.matchAll(/`(test\/[^`]*\.ts)`((?:,? “[^”]+”)*)/g)].map(
  ([, path = '', names = '']) => ({
    path,
    names: [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
  }),
);

void describe('the threat model in docs/security.md', () => {
  void it('cites tests for every threat', () => {
    const rows = page.split('\n').filter((line) => /^\| (?!threat |-)/.test(line));
    assert.ok(rows.length > 30, String(rows.length));
    for (const row of rows) assert.match(row, /`test\/[^`]+\.ts` “/);
    for (const { path, names } of citations) assert.notEqual(names.length, 0, path);
  });

  for (const { path, names } of citations) {
    void it(`cites tests of ${path} that exist: ${names.join('; ')}`, () => {
      assert.ok(existsSync(path), path);
      const told = [...readFileSync(path, 'utf8').matchAll(/\b(?:it|test)\(\s*(['`"])(.*?)\1,/g)].map(
        ([, , name = '']) => name.replaceAll(/\$\{.*\}/g, '…'),
      );
      for (const name of names)
        assert.ok(
          told.some((each) => matches(each, name)),
          `“${name}” is not among\n${told.join('\n')}`,
        );
    });
  }
});

/** A name that is cited with “…” at an end may go on there. */
function matches(told: string, cited: string): boolean {
  if (cited.endsWith('…')) return told.startsWith(cited.slice(0, -1));
  return cited.startsWith('…') ? told.endsWith(cited.slice(1)) : told === cited;
}
