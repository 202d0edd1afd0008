import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { basics } from '../styles/basics.js';
import type { LocalServer } from './local-server.js';

/** What a page's own code would call: the command, and what it is given. */
const commands = [
  ['Open', 'WebChat.open'],
  ['Minimise', 'WebChat.minimize'],
  ['Start a chat', 'WebChatService.startChat', { nickname: 'Ada' }],
  ['Say hello', 'WebChatService.sendMessage', { message: 'Hello, is anybody there?' }],
  ['End the chat', 'WebChatService.endChat'],
  ['Invite', 'WebChat.invite'],
] as const;

/** Buttons that do what a page's code, or an agent, would do. */
@customElement('play-actions')
export class PlayActions extends LitElement {
  static override readonly styles = [
    basics,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem;
      }

      .button {
        gap: 0.4rem;
      }

      .who {
        min-width: 4.5rem;
        color: var(--quiet);
        font-size: 0.875rem;
      }

      output {
        display: block;
        min-height: 1.4em;
        overflow: hidden;
        color: var(--quiet);
        font: 0.8125rem/1.4 var(--mono);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      @media (pointer: coarse) {
        button,
        .button {
          min-height: 2.75rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) chat: GenesysWebchat | undefined;
  /** The server whose agent can be played; undefined where a script answers. */
  @property({ attribute: false }) server: LocalServer | undefined;
  @state() private outcome = '';

  override render(): TemplateResult {
    return html`
      <div class="row" role="group" aria-label="What your page can do">
        <span class="who">Your page</span>
        ${commands.map(
          ([text, name, options]) =>
            html`<button title=${name} @click=${() => void this.#run(name, options)}>${text}</button>`,
        )}
      </div>
      ${this.server ? this.#renderAgent(this.server) : nothing}
      <output>${this.outcome}</output>
    `;
  }

  #renderAgent(server: LocalServer): TemplateResult {
    const act = (name: string, action: () => Promise<boolean>) =>
      html`<button
        @click=${async () => {
          const isDone = await action().catch(() => false);
          this.outcome = isDone ? `The agent ${name}` : 'There is no chat yet: start one first';
        }}
      >
        ${name.charAt(0).toUpperCase()}${name.slice(1)}
      </button>`;
    return html`<div class="row" role="group" aria-label="What an agent can do">
      <span class="who">The agent</span>
      ${act('joins', () => server.join('Robin'))} ${act('types', () => server.act('type'))}
      ${act('answers', () => server.act('say', 'Hello, this is Robin. How can I help?'))}
      ${act('leaves', () => server.act('leave'))}
      <a class="button" href="/agent/" target="_blank" rel="noopener"
        >Agent desk <span class="quiet">(new window)</span></a
      >
    </div>`;
  }

  async #run(name: string, options?: object): Promise<void> {
    this.outcome = `${name} …`;
    this.outcome = await Promise.resolve(this.chat?.command(name, options)).then(
      () => `${name} resolved`,
      (reason: unknown) => `${name} was rejected: ${typeof reason === 'string' ? reason : JSON.stringify(reason)}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-actions': PlayActions;
  }
}
