import { expect, fixture, html } from '@open-wc/testing';

describe('the demo site', () => {
  it('gives its button an edge that shows where the system chooses the colours', async () => {
    const sheet = new CSSStyleSheet();
    await sheet.replace(await (await fetch(new URL('../../../demo/site/site.css', import.meta.url))).text());
    const element = await fixture<HTMLElement>(html`<div></div>`);
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.className = 'button';
    root.append(button);
    const { borderTopStyle, borderTopWidth } = getComputedStyle(button);
    expect([borderTopStyle, borderTopWidth]).to.deep.equal(['solid', '1px']);
  });
});
