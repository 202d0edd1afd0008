import type * as chatCode from './create-chat-service.js';
import type { ChatServiceAssembly, CreatedChatService } from './create-chat-service.js';
import { ChatError } from './errors.js';
import { loadLate } from './load-late.js';
import { reportFailure } from './platform/report-error.js';
import type { ChatCommands } from './session/chat-commands.js';
import type { ChatService } from './session/chat-service.js';
import { SiteConversation, type SiteConversationOptions } from './session/site-conversation.js';

/** What comes when a chat is needed. */
export type ChatCode = typeof chatCode;

/** What the service is made with once it is needed. */
export interface LazyChatServiceOptions
  extends Omit<ChatServiceAssembly, 'stores' | 'conversation' | 'post'>, Pick<SiteConversationOptions, 'claim'> {
  /** Tells apart several chats of one page. */
  readonly id?: () => string;
}

/**
 * The service of conversations, whose code comes when a command, an earlier page's conversation or another tab needs it;
 * it is then in the state that it should be in.
 */
export class LazyChatService {
  readonly #options: LazyChatServiceOptions;
  readonly #stores: ChatServiceAssembly['stores'];
  readonly #onLoaded: (service: ChatService, code: ChatCode) => void;
  readonly #site: SiteConversation;
  #loading: Promise<CreatedChatService> | undefined;
  #service: ChatService | undefined;
  #isDisposed = false;

  constructor(
    options: LazyChatServiceOptions,
    stores: ChatServiceAssembly['stores'],
    onLoaded: (service: ChatService, code: ChatCode) => void,
  ) {
    const { platform, claim, id = () => '' } = options;
    this.#options = options;
    this.#stores = stores;
    this.#onLoaded = onLoaded;
    this.#site = new SiteConversation({
      platform,
      options: options.options,
      id,
      claim,
      isIdle: () => ['idle', 'ended'].includes(stores.phase.get()),
      onSession: () => {
        // Needed as soon as the rest is there, so both come at once; who needs it tells of a failure.
        import('./session/find-session.js').catch(() => undefined);
        this.#whenLoaded((service) => service.restore());
      },
      onMessage: (message) => {
        this.#whenLoaded((service) => {
          service.hear(message);
        });
      },
      onHold: () => this.#service?.suspend(),
      onGoOn: () => this.#service?.resume(),
    });
  }

  /** What can be asked of the service by name. */
  readonly commands = async (): Promise<ChatCommands> => {
    const { commands } = await this.#load();
    return commands;
  };

  /** Goes on with the site's conversation, if there is one. */
  open(): void {
    this.#site.open();
  }

  /** Holds it still: no timer, listener or request remains. */
  close(): void {
    this.#site.close();
  }

  /** Looks whether the options now name another conversation. */
  optionsChanged(): void {
    this.#site.look();
  }

  /** Ends all work. */
  dispose(): void {
    this.#isDisposed = true;
    this.#service?.dispose();
    this.#site.close();
  }

  #load(): Promise<CreatedChatService> {
    this.#loading ??= this.#create();
    return this.#loading;
  }

  async #create(): Promise<CreatedChatService> {
    const code = await loadLate(import('./create-chat-service.js'), () => {
      this.#loading = undefined;
    });
    const { name, post } = this.#site;
    const created = code.createChatService({ ...this.#options, stores: this.#stores, conversation: name, post });
    this.#service = created.service;
    this.#onLoaded(created.service, code);
    if (!this.#site.isOpen) created.service.suspend();
    if (this.#isDisposed) created.service.dispose();
    return created;
  }

  #whenLoaded(use: (service: ChatService) => unknown): void {
    this.#load()
      .then(({ service }) => use(service))
      // That there is nothing to go on with, or its code did not come, is no news where nobody has asked for it.
      .catch((error: unknown) => {
        if (!(error instanceof ChatError)) reportFailure(error);
      });
  }
}
