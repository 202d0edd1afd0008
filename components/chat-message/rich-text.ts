import type { ChatMessage } from '../../src/model/message.js';
import type { FeatureTextsController } from '../context/feature-texts.js';
import type * as Markdown from '../markdown/markdown.js';
import type * as Purifier from '../sanitized-html/sanitized-html.js';
import { linkAddress } from '../internal/addresses.js';
import { mayHoldLink } from '../internal/entries.js';
import { linkTemplate } from '../internal/link-template.js';
import { wordsOf } from '../internal/wording.js';
import { LateModule } from './late-module.js';
import type * as Links from './links.js';

/** What stands in a bubble, and how it is laid out. */
export interface BubbleContent {
  readonly kind: 'text' | 'rich';
  readonly content: unknown;
}

/** Shows the texts of messages: with links, as markdown, or as the HTML that a preprocessor made. Each is loaded when it comes up. */
export class RichText {
  readonly #texts: FeatureTextsController;
  readonly #links: LateModule<typeof Links>;
  readonly #markdown: LateModule<typeof Markdown>;
  readonly #purifier: LateModule<typeof Purifier>;
  readonly #markup = new WeakMap<ChatMessage, HTMLElement>();

  /** `onLoad` is called when texts can be shown better than before. */
  constructor(texts: FeatureTextsController, onLoad: () => void) {
    this.#texts = texts;
    this.#links = new LateModule(() => import('./links.js'), onLoad);
    this.#markdown = new LateModule(() => import('../markdown/markdown.js'), onLoad);
    this.#purifier = new LateModule(() => import('../sanitized-html/sanitized-html.js'), onLoad);
  }

  /** The message's text, or `instead` where it has none. */
  of(message: ChatMessage, isMarkdown: boolean, instead: string): BubbleContent {
    const text = (message.text && wordsOf(message, this.#texts)) || instead;
    const address = message.type === 'PushUrl' ? linkAddress(text.trim()) : undefined;
    if (address) return { kind: 'text', content: linkTemplate(address, text) };
    if (message.html) return this.#fromHtml(message);
    const markdown = isMarkdown ? this.#markdown.get() : undefined;
    if (!markdown) return { kind: 'text', content: this.#withLinks(text) };
    const view = { links: this.#withLinks, text: this.#texts.text.bind(this.#texts) };
    return { kind: 'rich', content: markdown.markdownTemplate(text, view) };
  }

  readonly #withLinks = (text: string): unknown =>
    mayHoldLink(text) ? (this.#links.get()?.withLinks(text) ?? text) : text;

  #fromHtml(message: ChatMessage): BubbleContent {
    const purifier = this.#purifier.get();
    if (!purifier) return { kind: 'text', content: '' };
    const known = this.#markup.get(message);
    // Always the same node for a message, so that a selection in it stays.
    const holder = known ?? document.createElement('div');
    if (!known) holder.append(purifier.sanitizedHtml(message.text));
    this.#markup.set(message, holder);
    return { kind: 'rich', content: holder };
  }
}
