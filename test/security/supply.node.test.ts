import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

const scripts = readdirSync('dist/cdn', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, text: readFileSync(join('dist/cdn', path), 'utf8') }));

/** Names of kinds of elements, a library's sentence about its own errors, and what addresses are read against: none is asked for. */
const mereNames = /^https?:\/\/(www\.w3\.org\/|github\.com\/markedjs\/marked|page\.example)/;

void describe('the scripts that pages link', () => {
  void it('name no address of another host', () => {
    const addresses = scripts.flatMap(({ text }) => text.match(/\b(?:https?|wss?):\/\/[\w.-]+[\w./-]*/g) ?? []);
    assert.deepEqual(
      addresses.filter((address) => !mereNames.test(address)),
      [],
    );
  });

  void it('make no code of texts', () => {
    for (const { path, text } of scripts) {
      assert.doesNotMatch(text, /\beval\(|\bFunction\(|document\.write|set(Timeout|Interval)\(["'`]/, path);
    }
  });
});

void describe('the packages that it is made of', () => {
  void it('are of one exact version each', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    }
  });

  void it('are installed by their hashes', () => {
    for (const [path, entry] of Object.entries(lock.packages)) {
      if (path === '') continue;
      assert.match('integrity' in entry ? entry.integrity : '', /^sha512-/, path);
    }
  });

  void it('run nothing when the package is installed', () => {
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) {
      assert.ok(!(name in manifest.scripts), name);
    }
    const installed = Object.keys({ ...manifest.dependencies });
    const running = Object.entries(lock.packages).filter(([, entry]) => 'hasInstallScript' in entry);
    assert.deepEqual(
      running.filter(([path]) => installed.includes(path.replace('node_modules/', ''))),
      [],
    );
  });
});
