import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { visitorName, type Chat } from './chat.js';
import { basics } from '../styles/basics.js';
import { timeOfDay } from './times.js';

/** Who the visitor is, and what the page sent along. */
@customElement('desk-visitor')
export class DeskVisitor extends LitElement {
  static override readonly styles = [
    basics,
    css`
      :host {
        display: block;
        background: var(--surface);
      }

      .scroller {
        height: 100%;
        max-height: inherit;
        overflow: auto;
      }

      .scroller:focus-visible {
        outline-offset: -3px;
      }

      section {
        padding: 1rem;
      }

      h3 {
        margin-bottom: 0.5rem;
        font-size: 0.95rem;
      }

      dl {
        display: grid;
        gap: 0.6rem;
        margin: 0;
      }

      dt {
        color: var(--quiet);
        font-size: 0.85rem;
        overflow-wrap: anywhere;
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      section + section {
        padding-top: 0;
      }
    `,
  ];

  /** The chat whose visitor to show. */
  @property({ attribute: false }) chat: Chat | undefined;

  override render(): TemplateResult | typeof nothing {
    const { chat } = this;
    if (!chat) return nothing;

    const facts = [
      ['Name', visitorName(chat)],
      ['Subject', chat.subject],
      ['Email', chat.emailAddress],
      ['Began', timeOfDay(chat.transcript[0]?.utcTime ?? 0)],
    ] as const;
    return html`<div class="scroller" tabindex="0" role="region" aria-label="About the visitor">
      <section>
        <h3>Visitor</h3>
        ${renderFacts(facts)}
      </section>
      <section>
        <h3>From the page</h3>
        ${
          Object.keys(chat.userData).length === 0
            ? html`<p class="quiet">The page sent nothing along.</p>`
            : renderFacts(Object.entries(chat.userData).map(([name, value]) => [name, asText(value)]))
        }
      </section>
    </div>`;
  }
}

function renderFacts(facts: readonly (readonly [string, string])[]): TemplateResult {
  return html`<dl>
    ${facts
      .filter(([, value]) => value !== '')
      .map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-visitor': DeskVisitor;
  }
}
