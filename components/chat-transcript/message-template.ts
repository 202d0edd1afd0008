import { html, nothing, type TemplateResult } from 'lit';
import type { ChatMessage } from '../../src/model/message.js';
import type { TextsController } from '../context/texts-context.js';
import { alertIcon, checkIcon, clockIcon } from '../internal/icons.js';
import { initials } from '../internal/initials.js';
import { bubbleTemplate } from '../internal/bubble-template.js';
import { entryKind, isOwn, isSameDay, isSameGroup } from '../internal/entries.js';
import { lineText, nameOf, wordsOf } from '../internal/wording.js';
import type { TimeFormat } from './time-format.js';

/** What the entries of one transcript have in common. */
export interface TranscriptView {
  readonly texts: TextsController;
  readonly format: TimeFormat;
  readonly ownId: number;
  /** Epoch milliseconds; tells what is today. */
  readonly now: number;
  /** The bubble of what is more than text; undefined where text is all, or what shows more is not there yet. */
  readonly rich: (message: ChatMessage, own: boolean) => unknown;
  /** Why a message failed, and what can be done about it; undefined until what knows it is there. */
  readonly failure: (message: ChatMessage) => unknown;
}

/** An entry and those that stand next to it, which decide about names, dates and distances. */
export interface Neighbours {
  readonly previous: ChatMessage | undefined;
  readonly next: ChatMessage | undefined;
}

/** One entry of the transcript. It is a template and no element: ten thousand shadow roots would cost too much. */
export function messageTemplate(message: ChatMessage, near: Neighbours, view: TranscriptView): TemplateResult {
  const isNewDay = !near.previous || !isSameDay(near.previous, message);
  const day = isNewDay
    ? html`<h3 class="date" part="date">${view.format.day(message.utcTime, view.now)}</h3>`
    : nothing;
  const entry = entryKind(message) === 'line' ? lineTemplate(message, view) : saidTemplate(message, near, view);
  return html`${day}${entry}`;
}

function lineTemplate(message: ChatMessage, { texts, format }: TranscriptView): TemplateResult {
  return html`<p class="line" part="system-line">
    ${lineText(message, texts)} · <time>${format.time(message.utcTime)}</time>
  </p>`;
}

function saidTemplate(message: ChatMessage, { previous, next }: Neighbours, view: TranscriptView): TemplateResult {
  const { texts, ownId } = view;
  const own = isOwn(message, ownId);
  const isFirst = !isSameGroup(previous, message);
  const isLast = !isSameGroup(message, next);
  const name = nameOf(message.from, texts);
  const said = own ? texts.text('AriaYouSaid') : `${name} ${texts.text('AriaSaid')}`;
  const hasMeta = isLast || message.status === 'failed' || message.status === 'sending';
  return html`<div
    class="message ${own ? 'own' : 'theirs'} ${isFirst ? 'first' : ''} ${isLast ? 'last' : ''} ${message.status ?? ''}"
    part="message ${own ? 'message-own' : ''}"
  >
    ${isLast && !own ? avatarTemplate(name) : nothing}
    ${isFirst && !own ? html`<p class="name" part="name" aria-hidden="true">${name}</p>` : nothing}
    <span class="visually-hidden">${said}: </span>
    ${view.rich(message, own) ?? bubbleTemplate(message, own, wordsOf(message, texts))}
    ${hasMeta ? metaTemplate(message, view) : nothing}
  </div>`;
}

/** Initials in a circle. */
export function avatarTemplate(name: string): TemplateResult {
  return html`<span class="avatar" part="avatar" aria-hidden="true">${initials(name)}</span>`;
}

function metaTemplate(message: ChatMessage, view: TranscriptView): TemplateResult {
  const { texts, format } = view;
  const { status } = message;
  if (status === 'failed') {
    return html`<div class="meta" part="meta">
      ${view.failure(message) ?? html`${alertIcon} ${texts.text('MessageNotSent')}`}
    </div>`;
  }
  return html`<p class="meta" part="meta">
    ${status === 'sending' ? texts.text('MessageSending') : html`<time>${format.time(message.utcTime)}</time>`}
    ${status === 'sending' ? clockIcon : nothing}
    ${status === 'sent' ? html`${checkIcon}<span class="visually-hidden">${texts.text('MessageSent')}</span>` : nothing}
  </p>`;
}
