import { isObject } from './channels.js';
import type { Neighbourhood } from './neighbourhood.js';

/**
 * The launcher's place in the page, as far as another way into the chat takes it: the chat is not offered twice, unless the
 * site has asked for the launcher.
 */
export class LauncherPlace {
  readonly #neighbourhood: Neighbourhood<'SideBar'>;
  #isTaken = false;

  constructor(neighbourhood: Neighbourhood<'SideBar'>) {
    this.#neighbourhood = neighbourhood;
  }

  /** Takes the place of the launcher. */
  take(): void {
    if (this.#isTaken || this.#isAskedFor) return;
    this.#isTaken = true;
    void this.#neighbourhood.plugin.command('WebChat.hideChatButton');
  }

  /** Lets the launcher be there again. */
  giveBack(): void {
    if (!this.#isTaken) return;
    this.#isTaken = false;
    void this.#neighbourhood.plugin.command('WebChat.showChatButton');
  }

  get #isAskedFor(): boolean {
    const { tag, pageConfig } = this.#neighbourhood;
    return tag.hasAttribute('chat-button-enabled') || [tag.config, pageConfig].some(asksForLauncher);
  }
}

function asksForLauncher(config: unknown): boolean {
  const webchat = isObject(config) ? config['webchat'] : undefined;
  const chatButton = isObject(webchat) ? webchat['chatButton'] : undefined;
  return isObject(chatButton) && chatButton['enabled'] === true;
}
