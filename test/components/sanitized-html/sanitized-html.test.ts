import { expect, fixture, html } from '@open-wc/testing';
import { sanitizedHtml } from '../../../components/sanitized-html/sanitized-html.js';
import { recordConsoleErrors } from '../../support/console-errors.js';

/** The markup as it stands in the page, as text. */
async function shown(markup: string): Promise<string> {
  const element = await fixture<HTMLElement>(html`<div>${sanitizedHtml(markup)}</div>`);
  return element.innerHTML.replace(/<!--.*?-->/g, '');
}

/** Everything that could act: elements, attributes and addresses. */
const active = /<(script|style|iframe|object|embed|form|input|svg|math|link|meta|base|template|slot)|\son\w+=|style=/i;

const hostile = [
  '<script>window.hacked = true</script>',
  '<img src="x" onerror="window.hacked = true">',
  '<svg onload="window.hacked = true"><script>window.hacked = true</script></svg>',
  '<math><mtext><table><mglyph><style><img src onerror="window.hacked = true">',
  '<iframe srcdoc="<script>parent.hacked = true</script>"></iframe>',
  '<a href="javascript:window.hacked = true">a</a>',
  '<a href=" java\nscript:window.hacked = true">a</a>',
  '<a href="vbscript:x">a</a><a href="data:text/html,x">b</a>',
  '<form action="javascript:window.hacked = true"><button formaction="javascript:x">Go</button></form>',
  '<input autofocus onfocus="window.hacked = true">',
  '<p style="position: fixed; inset: 0">cover</p>',
  '<style>* { display: none }</style>',
  '<link rel="stylesheet" href="https://evil.example"><meta http-equiv="refresh" content="0"><base href="//evil.example">',
  '<div id="summary" class="window" slot="menu" part="window">dressed up</div>',
  '<noscript><p title="</noscript><img src onerror=window.hacked=true>">',
  '<template><script>window.hacked = true</script></template><slot name="menu"></slot>',
  '<object data="javascript:x"></object><embed src="javascript:x">',
];

describe('sanitizedHtml', () => {
  it('keeps text with its emphasis, lists, tables and pictures', async () => {
    for (const markup of [
      'Fish &amp; <b>chips</b>',
      '<h3>Terms</h3><ul><li>one</li></ul>',
      '<table><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>',
      '<bdi dir="rtl" lang="ar" data-action="open" title="Bible">x</bdi>',
    ]) {
      expect(await shown(markup)).to.equal(markup);
    }
  });

  for (const markup of hostile) {
    it(`makes harmless: ${markup.slice(0, 60).replace('\n', ' ')}`, async () => {
      const written = await shown(markup);
      expect(written).not.to.match(active);
      expect(written).not.to.match(/(?:java|vb)script:|data:text|(?:^|\s)(?:id|class|slot|part)=/i);
      expect(window).not.to.have.property('hacked');
    });
  }

  it('opens links in a tab that knows nothing of the page', () => {
    const [web, mail, inside] = sanitizedHtml(
      '<a href="https://shop.example" target="_top">a</a><a href="mailto:a@b.example">b</a><a href="/terms">c</a>',
    ).querySelectorAll('a');
    expect([web?.target, web?.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
    expect(mail?.target).to.equal('');
    expect(inside?.target).to.equal('_blank');
  });

  it('gives pictures a text and buttons nothing to send', () => {
    const nodes = sanitizedHtml('<img src="/lamp.png"><button type="submit">Go</button>');
    expect(nodes.querySelector('img')?.getAttribute('alt')).to.equal('');
    expect(nodes.querySelector('button')?.type).to.equal('button');
  });

  it('takes as a picture no data that is none', () => {
    const [page, picture] = sanitizedHtml(
      '<img src=" DATA:text/html,x"><img src="data:image/png;base64,AAAA">',
    ).querySelectorAll('img');
    expect(page?.hasAttribute('src')).to.equal(false);
    expect(picture?.src).to.equal('data:image/png;base64,AAAA');
  });

  it('leaves a DOMPurify of the page its own rules', async () => {
    const { default: ofThePage } = await import('dompurify');
    sanitizedHtml('<p>x</p>');
    expect(ofThePage.sanitize('<a id="a" href="https://shop.example">a</a>')).to.equal(
      '<a id="a" href="https://shop.example">a</a>',
    );
  });

  describe('under Trusted Types', () => {
    it('works where the policy lists dompurify', async () => {
      const page = await pageWith("trusted-types lit-html dompurify genesys-webchat 'allow-duplicates'");
      expect(page.body.innerHTML).to.equal('<p>a <b>b</b></p>');
    });

    it('gives the text where the policy does not, and says what to allow', async () => {
      const told = recordConsoleErrors();
      const page = await pageWith('trusted-types lit-html').finally(() => {
        told.restore();
      });
      expect(page.body.textContent).to.equal('a b');
      if (!('trustedTypes' in window)) return;
      expect(page.body.innerHTML).to.equal('a b');
      expect(page.body.dataset['told']).to.match(/must list dompurify in trusted-types/);
    });
  });
});

/** A page under that policy which has shown a paragraph. */
async function pageWith(trustedTypes: string): Promise<Document> {
  const module = new URL('../../../components/sanitized-html/sanitized-html.ts', import.meta.url).href;
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A strict page"></iframe>`);
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; ${trustedTypes}">
    <body><script type="module">
      console.error = (text) => { document.body.dataset.told = text; };
      const { sanitizedHtml } = await import('${module}');
      document.body.replaceChildren(sanitizedHtml('<p onclick="x">a <b>b</b></p>'));
      parent.postMessage('shown', '*');
    </script>`;
  await new Promise<void>((resolve) => {
    window.addEventListener(
      'message',
      () => {
        resolve();
      },
      { once: true },
    );
  });
  if (!frame.contentDocument) throw new Error('The frame has no page');
  return frame.contentDocument;
}
