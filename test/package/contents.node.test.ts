import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { before, describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

/** What a user needs: each file of the package is one of these. */
const needed = [
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
  /^(custom-elements|vscode\.(html|css)-custom-data|web-types)\.json$/,
  // The file to link, and what it loads later.
  /^dist\/cdn\/(genesys-webchat\.js(\.map)?|integrity\.json|licenses\.md)$/,
  /^dist\/cdn\/chunks\/[0-9a-f]{8}\/[\w-]+\.js(\.map)?$/,
  // The modules for bundlers.
  /^dist\/package\/((index|service|bus|react)\.js(\.map)?|licenses\.md)$/,
  /^dist\/package\/(chunks|elements)\/[\w-]+\.js(\.map)?$/,
  /^dist\/types\/(src|components|demo\/local-server)\/([\w-]+\/)*[\w-]+\.d\.ts$/,
  // The local server and the pages that it shows.
  /^dist\/local-server\/((index|cli|genesys-webchat|chunks\/[\w-]+)\.js(\.map)?|licenses\.md)$/,
  /^dist\/demo\/([\w-]+\/)*[\w-]+\.(html|css|js|svg|md)$/,
];

void describe('the files of the package', () => {
  let files: string[] = [];

  before(() => {
    const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
    const [pack] = JSON.parse(told) as [{ files: { path: string }[] }];
    files = pack.files.map(({ path }) => path);
  });

  void it('are those that a user needs', () => {
    assert.deepEqual(
      files.filter((path) => !needed.some((kind) => kind.test(path))),
      [],
    );
    for (const kind of needed)
      assert.ok(
        files.some((path) => kind.test(path)),
        `nothing is ${String(kind)}`,
      );
  });

  void it('have everything that package.json leads to', () => {
    const led = [manifest.exports, manifest.bin, manifest.customElements, manifest['web-types']].flatMap(textsIn);
    for (const path of led.filter((each) => !each.includes('*'))) {
      assert.ok(files.includes(posix.normalize(path)), `${path} is missing`);
    }
  });

  void it('have everything that they import', () => {
    for (const path of files.filter((each) => /\.(js|d\.ts)$/.test(each))) {
      const text = readFileSync(path, 'utf8');
      const imported = text.matchAll(/(?:\bfrom|\bimport)\s*\(?["'](\.{1,2}\/[^"']+)["']/g);
      for (const [, relative = ''] of imported) {
        const target = posix.join(posix.dirname(path), relative);
        const file = path.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target;
        assert.ok(files.includes(file), `${path} imports ${relative}`);
      }
    }
  });

  void it('have a source map for each script that has a source, which holds the source', () => {
    const scripts = files.filter((path) => /^dist\/(cdn|package)\/.*\.js$/.test(path));
    const maps = scripts.flatMap((path) => {
      const [, name] = /\n\/\/# sourceMappingURL=(.+)\n?$/.exec(readFileSync(path, 'utf8')) ?? [];
      return name === undefined ? [] : [posix.join(dirname(path), name)];
    });
    assert.deepEqual(maps.sort(), files.filter((path) => path.endsWith('.map') && /cdn|package/.test(path)).sort());
    for (const path of maps) {
      const map = JSON.parse(readFileSync(path, 'utf8')) as { sources: string[]; sourcesContent: string[] };
      assert.equal(map.sources.length, map.sourcesContent.length, path);
      assert.ok(map.sourcesContent.every(Boolean), path);
    }
    assert.ok(maps.includes('dist/cdn/genesys-webchat.js.map'));
  });
});

/** All texts in a value of JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
