import type { ReactiveControllerHost } from 'lit';
import { holdsMarkup } from '../internal/holds-markup.js';

type Sanitize = (markup: string) => DocumentFragment;

/** Texts of a site that may be HTML, as what a template can show. What makes HTML harmless is loaded with the first. */
export class MarkupNodes {
  readonly #host: ReactiveControllerHost;
  readonly #shown = new Map<string, { readonly text: string; readonly nodes: readonly Node[] }>();
  #sanitize: Sanitize | undefined;
  #loading: Promise<void> | undefined;

  /** The host renders anew when there is something to show. */
  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Brings what is needed to show these; until then, and where it cannot be brought, they are shown as text. */
  async prepare(texts: readonly string[]): Promise<void> {
    if (texts.some(holdsMarkup)) await this.#load();
  }

  /** What to show for the text; a node stands in one place only, so each place has its own. */
  at(place: string, text: string): string | readonly Node[] {
    if (!holdsMarkup(text)) return text;
    if (!this.#sanitize) {
      void this.#load();
      return text.replace(/<[^>]*>/g, '');
    }
    const shown = this.#shown.get(place);
    if (shown?.text === text) return shown.nodes;
    const nodes = [...this.#sanitize(text).childNodes];
    this.#shown.set(place, { text, nodes });
    return nodes;
  }

  #load(): Promise<void> {
    this.#loading ??= import('../sanitized-html/sanitized-html.js').then(
      ({ sanitizedHtml }) => {
        this.#sanitize = sanitizedHtml;
        this.#host.requestUpdate();
      },
      () => undefined,
    );
    return this.#loading;
  }
}

/** The words of what is shown. */
export function wordsOf(shown: string | readonly Node[]): string {
  const text = typeof shown === 'string' ? shown : shown.map(({ textContent }) => textContent).join('');
  return text.replace(/\s+/g, ' ').trim();
}
