import 'genesys-webchat';
import type { GenesysWebchatEventMap } from 'genesys-webchat';
import { html, LitElement, nothing } from 'lit';

const dataUrl = new URLSearchParams(location.search).get('chat');
const userData = { plan: 'gold' };

class LitApp extends LitElement {
  static override readonly properties = { shown: { state: true }, theme: { state: true }, log: { state: true } };
  declare shown: boolean;
  declare theme: string;
  declare log: readonly string[];

  constructor() {
    super();
    this.shown = true;
    this.theme = 'light';
    this.log = [];
  }

  override render() {
    return html`
      <button @click=${() => (this.theme = 'dark')}>Dark theme</button>
      <button @click=${() => (this.shown = !this.shown)}>${this.shown ? 'Remove the chat' : 'Show the chat'}</button>
      <ul>
        ${this.log.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${
        this.shown
          ? html`<genesys-webchat
              polling-live="100"
              polling-idle="100"
              .dataUrl=${dataUrl}
              .userData=${userData}
              theme=${this.theme}
              @started=${() => this.#tell('started')}
              @messageReceived=${({ detail }: GenesysWebchatEventMap['messageReceived']) =>
                this.#tell(...detail.messages.map(({ text }) => text))}
            ></genesys-webchat>`
          : nothing
      }
    `;
  }

  #tell(...lines: string[]): void {
    this.log = [...this.log, ...lines];
  }
}

customElements.define('lit-app', LitApp);
document.querySelector('#app')?.append(document.createElement('lit-app'));
