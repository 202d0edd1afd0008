import { html, render } from 'lit';
import type { Locale } from '../../../src/i18n/texts.js';
import { pageStyles, printStyles } from './print-transcript.styles.js';
import type { TranscriptDay } from './transcript-days.js';

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
export function printTranscript(print: Print): void {
  restore?.();
  const view = createView(print);
  const sheets = pageStyles.styleSheet ? [pageStyles.styleSheet] : [];
  document.documentElement.append(view);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  restore = () => {
    restore = undefined;
    view.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
  addEventListener('afterprint', restore, { once: true });
  window.print();
}

function createView({ title, days, locale }: Print): HTMLElement {
  const view = document.createElement('genesys-chat-print');
  const root = view.attachShadow({ mode: 'open' });
  if (printStyles.styleSheet) root.adoptedStyleSheets = [printStyles.styleSheet];
  const content = html`<main lang=${locale.lang} dir=${locale.dir}>
    <h1>${title}</h1>
    ${days.map(
      ({ date, lines }) =>
        html`<h2>${date}</h2>
          ${lines.map(
            ({ time, name, text }) =>
              html`<div class="line ${name ? '' : 'event'}">
                <time>${time}</time>
                <p dir="auto">${name ? html`<strong>${name}</strong> ` : ''}${text}</p>
              </div>`,
          )}`,
    )}
  </main>`;
  render(content, root);
  return view;
}
