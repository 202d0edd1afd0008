import { waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-form/chat-form.js';
import type { ChatForm } from '../../../components/chat-form/chat-form.js';
import type { FormDefinition } from '../../../src/model/form-definition.js';
import { FakeChat, chatFixture, findPart, part, parts, settled, textOf } from '../../support/chat-fixture.js';

/** An input of whichever kind; who asks for what only one kind has, knows which it is. */
type Control = Omit<HTMLInputElement, 'labels' | 'type'> &
  Pick<HTMLSelectElement, 'selectedOptions'> & {
    readonly type: string;
    readonly labels: NodeListOf<HTMLLabelElement> | null;
  };

/** A form that a site has defined, and a visitor's hand for it. */
export class DefinedForm {
  readonly chat: FakeChat;
  readonly element: ChatForm;

  private constructor(chat: FakeChat, element: ChatForm) {
    this.chat = chat;
    this.element = element;
  }

  /** The form for these rows. They may be anything, since a page's script is not checked by our compiler. */
  static async of(inputs: unknown, more: object = {}, theme: 'light' | 'dark' = 'light'): Promise<DefinedForm> {
    const chat = new FakeChat();
    define(chat, { inputs, ...more });
    return DefinedForm.in(chat, theme);
  }

  /** The form of a chat. */
  static async in(chat: FakeChat, theme: 'light' | 'dark' = 'light'): Promise<DefinedForm> {
    return new DefinedForm(
      chat,
      await chatFixture<ChatForm>(chat, html`<genesys-chat-form></genesys-chat-form>`, theme),
    );
  }

  /** Defines the form anew. */
  async redefine(definition: unknown): Promise<void> {
    define(this.chat, definition);
    await settled(this.element);
  }

  /** The input of that name, as what it is. */
  input(name: string): Control {
    const found = parts(this.element, 'input').find((each) => (each as HTMLInputElement).name === name);
    if (!found) throw new Error(`There is no field ${name}`);
    return found as Control;
  }

  get names(): string[] {
    return parts(this.element, 'input').map((each) => (each as HTMLInputElement).name);
  }

  /** Types, chooses or ticks, as an engine reports it. */
  enter(name: string, value: string | boolean): void {
    const input = this.input(name);
    if (typeof value === 'boolean') input.checked = value;
    else input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keyup', { key: 'x', bubbles: true }));
  }

  /** Leaves the field. */
  leave(name: string): void {
    this.input(name).dispatchEvent(new FocusEvent('blur'));
  }

  async submit(): Promise<void> {
    part(this.element, 'submit-button').click();
    await settled(this.element);
  }

  /** The words that assistive technology has about the field, beside its name. */
  async descriptionOf(name: string): Promise<string> {
    await settled(this.element);
    const ids = this.input(name).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => textOf(this.element.shadowRoot?.getElementById(id) ?? undefined)).join(' | ');
  }

  /** The field's label as it is on screen. */
  labelOf(name: string): string {
    return textOf(this.input(name).labels?.[0]);
  }

  get summary(): string {
    const summary = findPart(this.element, 'form-error');
    return summary?.hidden ? '' : textOf(summary);
  }

  /** The form's part of what the chat was started with, but for what a visitor without a full name is called. */
  get sent(): unknown {
    const start = this.chat.ran.find(({ name }) => name === 'WebChat.startChat');
    const form = (start?.options as { form: object } | undefined)?.form;
    return form && Object.fromEntries(Object.entries(form).filter(([name]) => name !== 'nickname'));
  }

  /** Waits until the form says that. */
  async says(text: string): Promise<void> {
    await waitUntil(() => textOf(part(this.element, 'form')).includes(text), `the form says ${text}`, {
      timeout: 5000,
    });
  }
}

function define(chat: FakeChat, definition: unknown): void {
  chat.setOptions({ form: definition as FormDefinition });
}
