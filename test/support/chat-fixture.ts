import { fixture } from '@open-wc/testing';
import { createNanoEvents } from 'nanoevents';
import { LitElement, css, html, render, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { provideChat, type ChatContext } from '../../components/context/chat-context.js';
import { customElement } from '../../components/internal/custom-element.js';
import { tokens } from '../../components/styles/tokens.js';
import { resolveOptions } from '../../src/config/resolve-options.js';
import type { ResolvedOptions } from '../../src/config/options.js';
import { en } from '../../src/i18n/en.js';
import type { Locale } from '../../src/i18n/texts.js';
import type { Agent } from '../../src/model/agent.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { Participant } from '../../src/model/participant.js';
import { closedWindow, type WindowState } from '../../src/model/window-state.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import { createChatStores, type WritableChatStores } from '../../src/session/chat-stores.js';
import { createStore, type Store } from '../../src/store.js';

type Commands = ChatCatalogue['commands'];
type CommandName = keyof Commands;
type Events = ChatCatalogue['events'];
type EventName = keyof Events;

/** The visitor's participant id in every test. */
const visitorId = 1;

/** An agent to talk with. */
export const ann: Participant = { participantId: 2, nickname: 'Ann Chen', type: 'Agent' };

/** A command that an element ran. */
export interface RanCommand {
  readonly name: CommandName;
  readonly options: unknown;
}

/** A chat without a server: its stores are the test's to set, and commands do what the test says. */
export class FakeChat implements ChatContext {
  readonly stores: WritableChatStores = createChatStores();
  readonly window: Store<WindowState> = createStore({ ...closedWindow, opened: true });
  readonly options: Store<ResolvedOptions> = createStore(resolveOptions([]).options);
  readonly locale: Store<Locale> = createStore<Locale>({ lang: 'en', dir: 'ltr', texts: en });
  readonly bus = { data: () => undefined };
  /** All commands so far, oldest first. */
  readonly ran: RanCommand[] = [];
  readonly #events = createNanoEvents();
  readonly #answers = new Map<CommandName, (options: unknown) => unknown>();
  #count = 0;

  setMuted(muted: boolean): void {
    this.stores.muted.set(muted);
  }

  /** What was told to stand in the transcript. */
  readonly added: { readonly message: ChatMessage; readonly element: Element }[] = [];

  tellAdded(message: ChatMessage, element: Element): void {
    this.added.push({ message, element });
    this.#publish('WebChat.messageAdded', { data: message, message, html: [element] });
  }

  /** Calls back at each event of that name. */
  readonly subscribe: ChatContext['subscribe'] = (event, callback) =>
    this.#events.on(event, callback as (event: unknown) => void);

  #publish<Name extends EventName>(event: Name, data: Events[Name]): void {
    const [publisher = ''] = event.split('.');
    this.#events.emit(event, { event, publisher, data, time: Date.now() });
  }

  setDraft(text: string): void {
    this.stores.draft.set(text);
  }

  /** Sets options of the tag. */
  setOptions(options: Partial<ResolvedOptions>): void {
    this.options.set({ ...this.options.get(), ...options });
  }

  /** What the command does from now on; what `answer` throws or rejects with, the command rejects with. */
  answer<Name extends CommandName>(name: Name, answer: (options: Commands[Name]['options']) => unknown): void {
    this.#answers.set(name, answer as (options: unknown) => unknown);
  }

  async command<Name extends CommandName>(
    name: Name,
    options?: Commands[Name]['options'],
  ): Promise<Commands[Name]['result']> {
    this.ran.push({ name, options });
    return await this.#answers.get(name)?.(options);
  }

  /** The names of the commands so far, without typing, which elements may report as often as they like. */
  get ranNames(): string[] {
    return this.ran.map(({ name }) => name).filter((name) => name !== 'WebChatService.sendTyping');
  }

  /** Sets the chat going, with Ann in it if wanted. */
  start(...agents: Participant[]): void {
    this.stores.ownId.set(visitorId);
    this.stores.phase.set('starting');
    this.stores.phase.set('active');
    for (const agent of agents) this.join(agent);
  }

  /** The party joins. */
  join(party: Participant): void {
    const agent: Agent = {
      name: party.nickname,
      type: party.type,
      connected: true,
      supervisor: party.type === 'Supervisor',
      connectedTime: Date.now(),
      disconnectedTime: 0,
    };
    this.stores.agents.set({ ...this.stores.agents.get(), [party.participantId]: agent });
    this.add({ type: 'ParticipantJoined', from: party });
  }

  /** The party says something. */
  say(text: string, from: Participant = ann): ChatMessage {
    return this.add({ text, from });
  }

  /** The visitor's own message, as the service echoes it. */
  echo(text: string, status: NonNullable<ChatMessage['status']> = 'sent'): ChatMessage {
    const you: Participant = { participantId: visitorId, nickname: 'Jane', type: 'Client' };
    return this.add({ text, from: you, status });
  }

  /** Adds an entry to the transcript. */
  add(entry: Partial<Omit<ChatMessage, 'from'>> & { from: Participant }): ChatMessage {
    const message = this.entry(entry);
    this.addAll([...this.stores.messages.get(), message]);
    return message;
  }

  /** Puts these messages in the place of all, and tells which are new. */
  addAll(messages: readonly ChatMessage[]): void {
    const before = this.stores.messages.get();
    const known = new Set(before.map(({ id }) => id));
    const { index: last = 0 } = before.findLast(({ index }) => index !== undefined) ?? {};
    this.stores.newFrom.set(Math.max(this.stores.newFrom.get(), last + 1));
    this.stores.messages.set(messages);
    const news = messages.filter(({ id }) => !known.has(id));
    const own = news.filter(({ status }) => status === 'sending' || status === 'failed');
    for (const { id, status = 'sent' } of own) this.#publish('WebChatService.messageStatus', { id, status });
    const received = news.filter(({ index }) => index !== undefined);
    if (received.length === 0) return;
    this.#publish('WebChatService.messageReceived', {
      originalMessages: [],
      messages: received,
      restoring: false,
      sessionData: { chatId: 'fake', sessionID: 'fake' },
    });
  }

  /** An entry that is in no transcript yet. */
  entry({ from, ...rest }: Partial<Omit<ChatMessage, 'from'>> & { from: Participant }): ChatMessage {
    this.#count += 1;
    const { nickname, type, participantId } = from;
    const isPending = rest.status === 'sending' || rest.status === 'failed';
    return {
      id: `m${String(this.#count)}`,
      ...(!isPending && { index: this.#count }),
      type: 'Message',
      text: '',
      utcTime: Date.now(),
      ...rest,
      from: { name: nickname, nickname, type, participantId },
    };
  }

  /** Changes an entry. */
  change(id: string, change: Partial<ChatMessage>): void {
    const before = this.stores.messages.get();
    this.stores.messages.set(before.map((message) => (message.id === id ? { ...message, ...change } : message)));
    const { status } = change;
    if (status && before.some((message) => message.id === id && message.status !== status)) {
      this.#publish('WebChatService.messageStatus', { id, status });
    }
  }
}

/** Stands in for the host: carries the tokens and the chat. */
@customElement('genesys-chat-test-host')
export class TestHost extends LitElement {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: block;
        background: var(--_surface);
        color: var(--_text);
        font: var(--_size) / 1.45 var(--_font);
        /* Nobody looks at colours in the middle of a fade. */
        --gwc-speed: 0s;
      }
    `,
  ];

  @property({ attribute: 'data-theme', reflect: true }) theme: 'light' | 'dark' = 'light';

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Provides the chat to whatever is put into the element from now on. */
  provide(chat: FakeChat): void {
    provideChat(this, chat);
  }
}

/** Renders the element under the chat and waits until it stands. */
export async function chatFixture<Element extends HTMLElement = HTMLElement>(
  chat: FakeChat,
  template: TemplateResult,
  theme: 'light' | 'dark' = 'light',
): Promise<Element> {
  const host = await fixture<TestHost>(html`<genesys-chat-test-host .theme=${theme}></genesys-chat-test-host>`);
  host.provide(chat);
  const element = await fixture<Element>(template, { parentNode: host });
  await settled(element);
  return element;
}

/** Renders the template as an element does that passes its own, empty slots on. */
export async function passedOnFixture<Element extends HTMLElement>(template: TemplateResult): Promise<Element> {
  const above = await fixture<HTMLElement>(html`<div></div>`);
  const root = above.attachShadow({ mode: 'open' });
  render(template, root);
  const element = root.firstElementChild as Element;
  await settled(element);
  return element;
}

/** Waits until the element and all elements inside it have rendered what they know. */
export async function settled(element: HTMLElement): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const each of allBelow(element)) if (each instanceof LitElement) await each.updateComplete;
  }
}

/** The element and everything below it, shadow trees included. */
export function* allBelow(element: Element): Generator<Element> {
  yield element;
  for (const child of element.shadowRoot?.children ?? []) yield* allBelow(child);
  for (const child of element.children) yield* allBelow(child);
}

/** The part of that name, wherever below the element it is; an error if there is none. */
export function part(element: Element, name: string): HTMLElement {
  const found = findPart(element, name);
  if (!found) throw new Error(`There is no part ${name}`);
  return found;
}

/** The part of that name, unless there is none. */
export function findPart(element: Element, name: string): HTMLElement | undefined {
  return parts(element, name)[0];
}

/** All parts of that name, in the order of the page. */
export function parts(element: Element, name: string): HTMLElement[] {
  return [...allBelow(element)].filter(
    (each): each is HTMLElement => each instanceof HTMLElement && each.part.contains(name),
  );
}

/** What has the focus, through all shadow trees. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** What a reader sees of the element: its text without the white space of the template. */
export function textOf(element: Element | undefined): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
