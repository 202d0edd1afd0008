import { LitElement, html, type TemplateResult } from 'lit';
import type { Locale } from '../../src/i18n/texts.js';
import { customElement } from '../internal/custom-element.js';
import type { TranscriptDay } from '../internal/transcript/transcript-days.js';
import { pageStyles, styles } from './chat-print.styles.js';

/** What is printed. */
export interface Print {
  readonly title: string;
  readonly days: readonly TranscriptDay[];
  readonly locale: Pick<Locale, 'lang' | 'dir'>;
}

let restore: (() => void) | undefined;

/**
 * Prints the conversation and nothing else of the page: it stands in an element of its own beside the page's body, which
 * only paper sees, and which is gone after printing.
 */
export async function printTranscript(print: Print): Promise<void> {
  restore?.();
  const view = document.createElement('genesys-chat-print');
  view.print = print;
  const sheets = pageStyles.styleSheet ? [pageStyles.styleSheet] : [];
  document.documentElement.append(view);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  restore = () => {
    restore = undefined;
    view.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
  addEventListener('afterprint', restore, { once: true });
  await view.updateComplete;
  window.print();
}

/** The conversation on paper. */
@customElement('genesys-chat-print')
export class ChatPrint extends LitElement {
  static override readonly styles = styles;

  /** What it shows. It is given once, before the element stands in the page. */
  print: Print | undefined;

  override render(): TemplateResult {
    const { title = '', days = [], locale = { lang: 'en', dir: 'ltr' } } = this.print ?? {};
    return html`<main lang=${locale.lang} dir=${locale.dir}>
      <h1>${title}</h1>
      ${days.map((day) => this.#renderDay(day))}
    </main>`;
  }

  #renderDay({ date, lines }: TranscriptDay): TemplateResult {
    return html`<h2>${date}</h2>
      ${lines.map(
        ({ time, name, text }) =>
          html`<div class="line ${name ? '' : 'event'}">
            <time>${time}</time>
            <p dir="auto">${name ? html`<strong>${name}</strong> ` : ''}${text}</p>
          </div>`,
      )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-print': ChatPrint;
  }
}
