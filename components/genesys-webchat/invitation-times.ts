import type { ResolvedOptions } from '../../src/config/options.js';
import type { AssembledChat } from '../../src/create-web-chat-service.js';
import { systemClock, type Timer } from '../../src/platform/clock.js';
import { whenIdle } from '../internal/idle-watch.js';

/** What the times of invitations are kept for. */
export interface InvitationTimesOptions {
  readonly chat: AssembledChat;
  readonly options: () => ResolvedOptions;
  /** Whether the visitor is at the invitation now, which then must not go away. */
  readonly isAttended: () => boolean;
}

/** When a visitor is invited to a chat, and for how long. Once a page: that somebody refused is kept nowhere but here. */
export class InvitationTimes {
  readonly #options: InvitationTimesOptions;
  #stops: (() => void)[] = [];
  #going: Timer | undefined;
  #hasInvited = false;

  constructor(options: InvitationTimesOptions) {
    this.#options = options;
  }

  /** Waits for a visitor who does nothing, if the options say so. */
  start(): void {
    if (this.#stops.length > 0) return;
    const { chat, options } = this.#options;
    const { bus, window } = chat;
    const all = options();
    const seconds = all['autoInvite.enabled'] ? undefined : all['proactive.idleTimer'];
    const wait = (seconds ?? all['autoInvite.timeToInviteSeconds']) * 1000;
    this.#stops = [
      window.launcher.listen(({ invitation }, before) => {
        if (invitation === before.invitation) return;
        systemClock.clearTimeout(this.#going);
        if (!invitation) return;
        this.#hasInvited = true;
        this.#goLater();
      }),
      // A window that opens has answered.
      window.window.listen(({ opened }) => {
        if (opened) this.dismiss();
      }),
    ];
    const stop = bus.subscribe('WebChatService.restoreTimeout', () => {
      if (options().inviteOnRestoreTimeout) this.#ask('WebChat.reInvite');
    });
    if (stop) this.#stops.push(stop);
    if (!this.#isAutomatic()) return;
    this.#stops.push(
      whenIdle(document, systemClock, wait, () => {
        const isChatting = !['idle', 'ended'].includes(chat.service.stores.phase.get());
        if (this.#isAutomatic() && !isChatting && !this.#hasInvited && !window.window.get().opened) {
          this.#ask('WebChat.invite');
        }
      }),
    );
  }

  /** Invites nobody any more. */
  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    systemClock.clearTimeout(this.#going);
  }

  /** Takes the invitation away. */
  dismiss(): void {
    const { launcher } = this.#options.chat.window;
    if (launcher.get().invitation) launcher.set({ ...launcher.get(), invitation: undefined });
  }

  #isAutomatic(): boolean {
    const options = this.#options.options();
    return options['autoInvite.enabled'] || options['proactive.enabled'];
  }

  #ask(command: 'WebChat.invite' | 'WebChat.reInvite'): void {
    // An extension that does not want it is heard.
    this.#options.chat.bus.command(command).catch(() => undefined);
  }

  #goLater(): void {
    const all = this.#options.options();
    const seconds = all['autoInvite.enabled'] ? undefined : all['proactive.cancelTimer'];
    const wait = (seconds ?? all['autoInvite.inviteTimeoutSeconds']) * 1000;
    if (wait === 0) return;
    this.#going = systemClock.setTimeout(() => {
      if (this.#options.isAttended()) this.#goLater();
      else this.dismiss();
    }, wait);
  }
}
