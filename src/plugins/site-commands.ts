/** What a page does with the window and around it, besides opening and closing: loaded with the first such command. */
import { ChatError, sentences, type Rejection } from '../errors.js';
import type { LauncherState } from '../model/launcher-state.js';
import type { Store } from '../store.js';
import { menuVerbs, type MenuCommand } from './menu-verbs.js';
import { injectedMessages } from './injected-messages.js';
import { toOverlay } from './to-overlay.js';
import type { Verbs, WindowOptions } from './window-commands.js';

/** What these commands work on. */
export interface SiteCommandsOptions extends Pick<WindowOptions, 'plugin' | 'window' | 'stores' | 'now'> {
  readonly launcher: Store<LauncherState>;
}

/** The names of these commands. */
export type SiteCommand =
  | 'configure'
  | 'invite'
  | 'reInvite'
  | 'showChatButton'
  | 'hideChatButton'
  | 'injectMessage'
  | 'showOverlay'
  | 'hideOverlay'
  | 'answerSurvey'
  | MenuCommand;

const alreadyInvited = 'already invited';

/** The commands. */
export function siteCommands(options: SiteCommandsOptions): Verbs<SiteCommand> {
  const { plugin, window, launcher } = options;
  const inject = injectedMessages(options);
  const checkOpen = () => {
    if (!window.get().opened) throw new ChatError(sentences.notOpen);
  };
  const invite = (invitation: 'invite' | 'reInvite') => {
    if (window.get().opened) throw new ChatError(sentences.alreadyOpened);
    if (launcher.get().invitation) throw new ChatError(alreadyInvited);
    launcher.set({ ...launcher.get(), invitation });
    return undefined;
  };
  return {
    configure: async (webchat) => {
      await plugin.command('WebChatService.configure', webchat).catch((rejection: unknown) => {
        throw new ChatError(rejection as Rejection);
      });
      return undefined;
    },
    invite: () => invite('invite'),
    reInvite: () => invite('reInvite'),
    showChatButton: ({ openDelay = 0, duration }) => {
      const { invitation } = launcher.get();
      launcher.set({ isShown: true, openDelay, ...(duration !== undefined && { duration }), invitation });
      return undefined;
    },
    hideChatButton: () => {
      launcher.set({ isShown: false, invitation: launcher.get().invitation });
      return undefined;
    },
    ...menuVerbs(plugin, window),
    injectMessage: (message) => {
      checkOpen();
      return inject(message);
    },
    showOverlay: ({ html, hideFooter = false }) => {
      checkOpen();
      window.set({ ...window.get(), overlay: { ...toOverlay(html), hideFooter } });
      return undefined;
    },
    hideOverlay: () => {
      if (window.get().overlay) window.set({ ...window.get(), overlay: undefined });
      return undefined;
    },
    answerSurvey: async ({ accepted }) => {
      if (typeof accepted !== 'boolean') throw new ChatError('answerSurvey takes accepted: true or false');
      const { phase, chatId } = options.stores;
      if (phase.get() !== 'ended') throw new ChatError('No chat has ended');
      const stats = await plugin.command('WebChatService.getStats').catch((rejection: unknown) => {
        throw new ChatError(rejection as Rejection);
      });
      plugin.publish('surveyAnswered', { accepted, chatId: chatId.get(), ...stats });
      return undefined;
    },
  };
}
