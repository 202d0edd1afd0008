import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { ResolvedOptions } from '../../src/config/options.js';
import type { AssembledChat } from '../../src/create-web-chat-service.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import type { Locale } from '../../src/i18n/texts.js';
import type { ReadableStore } from '../../src/store.js';
import '../chat-invite/chat-invite.js';
import { inviteParts } from '../chat-invite/chat-invite.js';
import type { ChatLauncher } from '../chat-launcher/chat-launcher.js';
import { InvitationTimes } from './invitation-times.js';
import type { launcherContent } from './launcher-content.js';
import { reveal } from './reveal.js';

/** What the edge of the page needs of the tag it belongs to. */
export interface EdgeViewOptions {
  readonly host: LitElement;
  readonly chat: AssembledChat;
  readonly options: () => ResolvedOptions;
  /** The language of the chat. The English texts come with this file. */
  readonly locale: ReadableStore<Locale>;
}

/**
 * What a site has wished for beside the window: how the launcher looks and appears, and invitations. It comes in a chunk of
 * its own where there is such a wish.
 */
export class EdgeView implements ReactiveController {
  readonly #options: EdgeViewOptions;
  readonly #times: InvitationTimes;
  #launcher: ChatLauncher | null = null;
  /** There once a launcher was filled: another label takes the place of the first at once. */
  #contentOf: typeof launcherContent | undefined;
  /** What the launcher was last filled with. */
  #filling = '';

  constructor(options: EdgeViewOptions) {
    this.#options = options;
    const { host, chat } = options;
    this.#times = new InvitationTimes({
      chat,
      options: options.options,
      isAttended: () =>
        host.shadowRoot?.querySelector('genesys-chat-invite')?.matches(':hover, :focus-within') === true,
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#times.start();
  }

  hostDisconnected(): void {
    this.#times.stop();
  }

  hostUpdated(): void {
    const launcher = this.#options.host.shadowRoot?.querySelector('genesys-chat-launcher') ?? null;
    if (launcher && launcher !== this.#launcher) {
      const options = this.#options.options();
      const { openDelay, duration } = this.#options.chat.window.launcher.get();
      reveal(launcher, {
        effect: options['chatButton.effect'],
        delay: openDelay ?? options['chatButton.openDelay'],
        duration: duration ?? options['chatButton.effectDuration'],
      });
      this.#filling = '';
    }
    this.#launcher = launcher;
    if (launcher) void this.#fill(launcher);
  }

  /** Whether the launcher is there now. */
  get showsLauncher(): boolean {
    const options = this.#options.options();
    const { isShown = options['chatButton.enabled'], invitation } = this.#options.chat.window.launcher.get();
    return isShown && !(invitation && options['chatButton.hideDuringInvite']);
  }

  /** The invitation, if there is one. */
  render(): TemplateResult | typeof nothing {
    const { invitation } = this.#options.chat.window.launcher.get();
    if (!invitation) return nothing;
    const isFirst = invitation === 'invite';
    const { lang, dir, texts } = this.#options.locale.get();
    const text = (key: 'InviteTitle' | 'InviteBody' | 'InviteAccept' | 'InviteReject') => {
      const own = isFirst ? key : (key.replace('Invite', 'RestoreTimeout') as 'RestoreTimeoutTitle');
      return texts[own] ?? enFeatures[own];
    };
    return html`<genesys-chat-invite
      exportparts=${inviteParts}
      lang=${lang}
      dir=${dir}
      .heading=${text('InviteTitle')}
      .body=${text('InviteBody')}
      .acceptLabel=${text('InviteAccept')}
      .rejectLabel=${text('InviteReject')}
      .aboveLauncher=${this.showsLauncher}
      @genesys-chat-accept=${this.#onAccept}
      @genesys-chat-reject=${this.#onReject}
    ></genesys-chat-invite>`;
  }

  /** Puts what the site wants to see into the launcher. */
  async #fill(launcher: ChatLauncher): Promise<void> {
    const template = this.#options.options()['chatButton.template'];
    const label = this.#options.locale.get().texts.ChatButton ?? enFeatures.ChatButton;
    const filling = template === false ? '' : `${label} ${template}`;
    if (filling === this.#filling) return;
    this.#filling = filling;
    if (template === false) launcher.content = undefined;
    else {
      this.#contentOf ??= (await import('./launcher-content.js')).launcherContent;
      if (filling === this.#filling) launcher.content = this.#contentOf(template, label);
    }
  }

  readonly #onAccept = (): void => {
    const isFirst = this.#options.chat.window.launcher.get().invitation === 'invite';
    this.#times.dismiss();
    this.#options.chat.bus.command('WebChat.open', { proactive: isFirst }).catch(() => undefined);
  };

  readonly #onReject = (): void => {
    const { host } = this.#options;
    const hadFocus = host.shadowRoot?.activeElement?.localName === 'genesys-chat-invite';
    this.#times.dismiss();
    // What had the focus is gone; who was in it goes on at the launcher.
    if (hadFocus)
      void host.updateComplete.then(() => this.#launcher?.updateComplete.then(() => this.#launcher?.focus()));
  };
}
