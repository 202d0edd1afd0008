import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type Rolldown } from 'vite';

/** What a bundler makes of a module: the code that a page loads at once, and that which it may load later. */
interface Bundle {
  readonly atOnce: string;
  readonly later: string;
}

void describe('a bundler with the package', () => {
  let site = '';

  before(() => {
    site = mkdtempSync(join(tmpdir(), 'genesys-webchat-site-'));
    mkdirSync(join(site, 'node_modules'));
    symlinkSync(resolve('.'), join(site, 'node_modules', 'genesys-webchat'), 'dir');
  });

  after(() => {
    rmSync(site, { recursive: true });
  });

  async function bundle(source: string): Promise<Bundle> {
    const entry = join(site, 'entry.js');
    writeFileSync(entry, source);
    const result = await build({
      root: site,
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, lib: { formats: ['es'], entry } },
    });
    const [{ output }] = result as [Rolldown.RolldownOutput];
    const chunks = output.flatMap((file) => (file.type === 'chunk' ? file : []));
    const atOnce = new Set(chunks.filter(({ isEntry }) => isEntry));
    for (const { imports } of atOnce) {
      for (const chunk of chunks.filter(({ fileName }) => imports.includes(fileName))) atOnce.add(chunk);
    }
    const later = chunks.filter((chunk) => !atOnce.has(chunk));
    const codeOf = (some: Iterable<Rolldown.OutputChunk>) => Array.from(some, ({ code }) => code).join('\n');
    return { atOnce: codeOf(atOnce), later: codeOf(later) };
  }

  void it('leaves out what is imported and not used', async () => {
    const { atOnce } = await bundle(`
      import { createBus } from 'genesys-webchat/bus';
      import { createWebChatService } from 'genesys-webchat/service';
    `);
    assert.equal(atOnce.trim(), '');
  });

  void it('takes no chat and no element with the bus', async () => {
    const { atOnce, later } = await bundle(`export { createBus } from 'genesys-webchat/bus';`);
    assert.match(atOnce, /registerPlugin/);
    assert.doesNotMatch(atOnce + later, /LitElement|WebChatService|customElements/);
  });

  void it('takes no element with the service', async () => {
    const { atOnce, later } = await bundle(`export { createWebChatService } from 'genesys-webchat/service';`);
    assert.match(atOnce, /WebChatService/);
    assert.doesNotMatch(atOnce + later, /LitElement|customElements/);
  });

  void it('keeps the tag that is imported for its definition alone, and lets the window come later', async () => {
    const { atOnce, later } = await bundle(`import 'genesys-webchat';`);
    assert.match(atOnce, /customElement\("genesys-webchat"\)/);
    assert.doesNotMatch(atOnce, /customElement\("genesys-chat-window"\)/);
    assert.match(later, /customElement\("genesys-chat-window"\)/);
  });
});
