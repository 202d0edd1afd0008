import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, css } from 'lit';
import { adoptStyles } from '../../../components/internal/adopt-styles.js';
import { customElement } from '../../../components/internal/custom-element.js';

@customElement('test-plain')
class Plain extends LitElement {
  override render(): unknown {
    return html`<p>Plain</p>`;
  }
}

const styles = css`
  p {
    color: rgb(1 2 3);
  }
`;

describe('adoptStyles', () => {
  it('gives an element styles, and the same ones only once', async () => {
    const element = await fixture<Plain>(html`<test-plain></test-plain>`);
    const root = element.shadowRoot!;
    const { length } = root.adoptedStyleSheets;
    adoptStyles(element, styles);
    adoptStyles(element, styles);
    expect(getComputedStyle(root.querySelector('p')!).color).to.equal('rgb(1, 2, 3)');
    expect(root.adoptedStyleSheets).to.have.length(length + 1);
  });
});
