import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createHookHints } from '../../src/legacy/hook-hints.js';

describe('hints about hooks of the old window', () => {
  it('tell, once for each, what takes the place of what an extension looks for', async () => {
    const { look, warnings } = hints();
    look('The extension Menu', (show: (selector: string) => void) => {
      show('.cx-menu');
      show('.cx-menu li');
      show('.cx-titlebar');
    });
    look('The extension Other', (show: (selector: string) => void) => show('.cx-menu'));
    await waitUntil(() => warnings.length === 2, 'both hooks are told', { timeout: 15_000 });
    expect(warnings[0]).to.match(
      /^The extension Menu looks for \.cx-menu, which is not in the page: .* run `WebChat\.addMenuItem`\.$/,
    );
    expect(warnings[1]).to.include('looks for .cx-titlebar, which').and.include('genesys-webchat::part(header)');
  });

  it('do not run what they look into', () => {
    const { look } = hints();
    let runs = 0;
    look('The extension Eager', () => (runs += '.cx-send'.length));
    expect(runs).to.equal(0);
  });

  it('take whatever a site calls its extension', () => {
    const { look, warnings } = hints();
    for (const code of [undefined, null, '.cx-send', { toString: () => '.cx-send' }, new Proxy(() => '.cx-send', {})]) {
      look('The extension Odd', code);
    }
    expect(warnings).to.deep.equal([]);
  });

  it('look at the styles of the page once it is idle', async () => {
    await fixture(html`
      <style>
        @media (min-width: 1px) {
          .cx-webchat .cx-footer {
            color: red;
          }
        }
      </style>
    `);
    const { warnings } = hints();
    await waitUntil(() => warnings.length === 2, 'both hooks are told', { timeout: 15_000 });
    expect(warnings[0]).to.match(/^A style of the page looks for \.cx-webchat, which .*::part\(window\)/);
    expect(warnings[1]).to.match(/^A style of the page looks for \.cx-footer, which .*::part\(composer\)/);
  });

  it('name a style sheet by its address, and never mind those of other origins, which cannot be read', async () => {
    const otherHost = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const sheets = [`//${otherHost}:${location.port}`, ''].map(
      (origin) => `${origin}/test/fixtures/legacy/old-window.css`,
    );
    const links = await fixture(html`<div>${sheets.map((href) => html`<link rel="stylesheet" href=${href} />`)}</div>`);
    await waitUntil(() => [...links.querySelectorAll('link')].every(({ sheet }) => sheet), 'both are loaded', {
      timeout: 15_000,
    });
    const { warnings } = hints();
    await waitUntil(() => warnings.length === 1, 'the hook is told', { timeout: 15_000 });
    expect(warnings[0]).to.match(/^The style sheet http.*\/old-window\.css looks for \.cx-titlebar, which/);
  });
});

function hints() {
  const warnings: string[] = [];
  const look = createHookHints({ logger: { error: () => {}, warn: (message) => warnings.push(message) } });
  return { look, warnings };
}
