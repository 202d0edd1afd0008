import { html, noChange, type TemplateResult } from 'lit';
import type { ChatMessage } from '../../src/model/message.js';
import { messageTemplate, type TranscriptView } from './message-template.js';

/** What stands before and behind a part of the conversation. */
export interface Surroundings {
  readonly above?: ChatMessage | undefined;
  readonly below?: ChatMessage | undefined;
}

/** Entries that stand together. One is rendered anew only when something that it shows has changed. */
export class EntryList {
  /** What each entry was last rendered from. */
  #rendered: unknown[][] = [];

  /** `common` is what all entries show alike. */
  render(
    entries: readonly ChatMessage[],
    { above, below }: Surroundings,
    view: TranscriptView,
    common: readonly unknown[],
  ): unknown[] {
    const before = this.#rendered;
    this.#rendered = [];
    return entries.map((message, at) => {
      const near = { previous: entries[at - 1] ?? above, next: entries[at + 1] ?? below };
      const inputs = [message, near.previous, near.next, ...common];
      this.#rendered.push(inputs);
      return isSameList(inputs, before[at] ?? []) ? noChange : messageTemplate(message, near, view);
    });
  }
}

/** A part of the conversation, or the space that it takes without its entries. */
export function pageTemplate(entries: readonly unknown[], height?: number): TemplateResult {
  // The property passes a strict policy; the attribute, which `styleMap` writes at first, does not.
  return html`<div class="page" .style=${height ? `block-size: ${String(height)}px` : ''}>${entries}</div>`;
}

/** Whether both lists hold the same. */
export function isSameList(list: readonly unknown[], other: readonly unknown[]): boolean {
  return list.length === other.length && list.every((each, at) => each === other[at]);
}
