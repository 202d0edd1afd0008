import type { Locale } from '../../src/i18n/texts.js';
import type { ChatMessage } from '../../src/model/message.js';
import { entryKind } from '../internal/entries.js';
import { entryText } from '../internal/transcript/transcript-days.js';
import { saidInstead } from '../internal/wording.js';
import { fold } from './fold.js';

/** Finds what was said. It remembers the folded texts: a visitor types letter by letter. */
export class MessageFinder {
  readonly #locale: Locale;
  readonly #folded = new WeakMap<ChatMessage, string>();

  /** `locale` tells how words are compared, and what the site has some messages say. */
  constructor(locale: Locale) {
    this.#locale = locale;
  }

  /** The ids of the messages that hold the words, oldest first; none for no words. */
  find(messages: readonly ChatMessage[], words: string): string[] {
    const folded = fold(words.trim(), this.#locale.lang);
    if (!folded) return [];
    return messages.filter((message) => isSaid(message) && this.#fold(message).includes(folded)).map(({ id }) => id);
  }

  #fold(message: ChatMessage): string {
    const known = this.#folded.get(message);
    if (known !== undefined) return known;
    const folded = fold(saidInstead(message, { locale: this.#locale }) ?? entryText(message), this.#locale.lang);
    this.#folded.set(message, folded);
    return folded;
  }
}

function isSaid(message: ChatMessage): boolean {
  const kind = entryKind(message);
  return kind !== undefined && kind !== 'line';
}
