import type { Agents } from '../model/agent.js';
import type { ChatEvents, ChatStats, PublicAnswer } from '../model/chat-events.js';
import type { FileLimits } from '../model/file-limits.js';
import type { FormDefinition } from '../model/form-definition.js';
import type { ChatMessage } from '../model/message.js';
import type { WindowMetadata } from '../model/window-metadata.js';
import type { NeighbourCatalogue, Prefixed } from './neighbour-names.js';

/** The registration form's values: chat fields by their names, every other name becomes user data. */
export interface FormValues {
  nickname?: string;
  firstname?: string;
  lastname?: string;
  email?: string;
  subject?: string;
  [name: string]: unknown;
}

/** Options of `WebChatService.startChat`; the fields may also stand in `form`, which wins. */
export interface StartChatOptions extends FormValues {
  form?: FormValues;
  /** False starts a chat that is not asynchronous where `async.enabled` is on; without that, no chat is. */
  async?: boolean | undefined;
  /** Attached data for routing and the agent, merged over the configured `userData`. */
  userData?: Record<string, unknown>;
}

/** The session's credentials, for those who take the conversation elsewhere. Keep `secureKey` private. */
export interface SessionData {
  chatId: string;
  /** The same as `chatId`. */
  sessionID: string;
  secureKey: string;
  userId?: string;
  alias?: string;
}

/** Options of `WebChat.open`. */
export interface OpenOptions {
  /** Values to fill the registration form with. */
  form?: FormValues;
  /** The form to show, in place of the one that the option `form` defines. */
  formJSON?: FormDefinition;
  /** Attached data for the chat that the visitor starts, merged over the configured `userData`. */
  userData?: Record<string, unknown>;
  /**
   * False lets the visitor start a chat that is not asynchronous where `async.enabled` is on; without that, no chat is.
   * Contract: WebChat commands.
   */
  async?: boolean;
  /** Whether the other side's messages are written in markdown, over the option `markdown`, until the window is closed. */
  markdown?: boolean;
  /** The window opens by itself, since it was open on the page before or is in another tab. For interceptors to know. */
  restoring?: boolean;
  /** The visitor accepted an invitation. For interceptors to know, and for the metadata. */
  proactive?: boolean;
  /** A name for this opening, which is then in the metadata. */
  id?: string;
  /** The window opens behind the launcher. */
  minimized?: boolean;
}

/** Options of `WebChatService.sendMessage`. */
export interface SendMessageOptions {
  message: string;
  /**
   * What the message is besides its text, in Genesys Cloud's structured shape: a `ButtonResponse` where the visitor has
   * tapped a quick reply or a card. For interceptors and transports that know it; a server of the default transport gets
   * the text alone.
   */
  content?: readonly object[];
}

/** Options of `WebChat.addMenuItem`. */
export interface MenuItemOptions {
  /** Tells the item from others; one that has it already is replaced. */
  id: string;
  /** What the visitor reads: the text itself, or `@i18n:webchat.Key` for a text of the language pack. */
  text: string;
  /** The command that is run when the visitor chooses the item, as `Plugin.command`. */
  command: string;
  /** What the command is given. */
  options?: object;
}

/** Options of `WebChat.injectMessage`. */
export interface InjectedMessage {
  type?: 'text' | 'html';
  /** Whose words it is shown as. */
  name?: string;
  text: string;
  /** Whether it stands without a bubble. */
  custom?: boolean;
  /** How its bubble looks: colour, corners (pixels or a length of CSS), whether time and name are shown, and the side. */
  bubble?: {
    fill?: string;
    radius?: string | number;
    time?: boolean;
    name?: boolean;
    direction?: 'left' | 'right';
  };
}

/** The commands of `WebChatService`: what each takes and resolves with. */
export interface WebChatServiceCommands {
  /**
   * Starts a chat. Rejected with `'There is already an active chat session'`, `'malformed data object provided in userData property'`,
   * a sentence when no service is configured, or the failed answer. Contract: WebChatService commands.
   */
  startChat: { options: StartChatOptions; result: PublicAnswer };
  /**
   * Ends the chat. Rejected with `'There is no active chat session'` or the failed answer, upon which the chat goes on.
   * Contract: WebChatService commands.
   */
  endChat: { options: void; result: PublicAnswer };
  /**
   * Sends a message; pending while the server cannot be reached. Rejected with `'No message text provided'`, with
   * `{code: 204, text}` when it is longer than `maxMessageLength`, with `'There is no active chat session'`, the answer that
   * refuses it, or `'The chat session has ended'`. Contract: WebChatService commands.
   */
  sendMessage: { options: SendMessageOptions; result: PublicAnswer };
  /**
   * Tells the agent that the visitor types, at most once per 3 s: in between it resolves with nothing. `message` is the
   * unfinished text for the agent's preview. Rejected with `'There is no active chat session'` or the failed answer.
   * Contract: WebChatService commands.
   */
  sendTyping: { options: { message?: string } | void; result: PublicAnswer | undefined };
  /**
   * Asks the server for news once. Rejected with `'There is no active chat session'`, `'A poll is already running'` or the
   * failed answer. Contract: WebChatService commands.
   */
  poll: { options: void; result: PublicAnswer };
  /**
   * Begins to ask for news by itself; does nothing when it does. Rejected with `'There is no active chat session'`.
   * Contract: WebChatService commands.
   */
  startPoll: { options: void; result: undefined };
  /**
   * Stops asking for news; does nothing when it does not. Rejected with `'There is no active chat session'`. Contract:
   * WebChatService commands.
   */
  stopPoll: { options: void; result: undefined };
  /**
   * Goes on with the conversation of an earlier page; the service does it by itself. `sessionData` is what `getSessionData`
   * or the hook `async.getSessionData` gave; `async` says whether the chat has no end in time, by default as it was kept, or
   * as `async.enabled` says of `sessionData`. Rejected with `'There is already an active chat session'`, `'There is no chat
   * session to restore'`, `'The chat session is too old to be restored'`, `'The chat session could not be restored'`.
   * Contract: WebChatService commands.
   */
  restore: { options: { sessionData?: string | object; async?: boolean } | void; result: undefined };
  /**
   * Sends the agent's side something that is no message, often JSON. Rejected with `'No message text provided'`, `'There
   * is no active chat session'` or the failed answer. Contract: WebChatService commands.
   */
  sendCustomNotice: { options: { message: string }; result: PublicAnswer };
  /**
   * Sends a message that this visitor does not see; messages that match `regex` are hidden, now and after a restore.
   * Rejected as `sendMessage`, whatever its length, and with a sentence when `regex` is none. Contract: WebChatService commands.
   */
  sendFilteredMessage: { options: { message: string; regex: RegExp | string }; result: PublicAnswer };
  /**
   * Hides messages that match, in this chat and all later ones of this page. Resolves with all filters so far. Rejected
   * with `'Missing or invalid filters provided. Please provide a regular expression or an array of regular
   * expressions.'`. Contract: WebChatService commands.
   */
  addPrefilter: { options: { filters: RegExp | RegExp[] }; result: RegExp[] };
  /**
   * Lets a function change each message of the other side before anybody sees it: `text`, `type` (empty hides it),
   * `html`, `content`. Resolves with the function. Rejected with `No preprocessor function provided. Type provided was
   * '<type>'.`. Contract: WebChatService commands.
   */
  registerPreProcessor: {
    options: { preprocessor: (message: ChatMessage) => unknown };
    result: unknown;
  };
  /**
   * Attaches data to the chat: the options themselves are the data. Without a chat they are kept for the next one; while
   * one is being started they go with the start, or right after it when its request has left.
   * Rejected with `'malformed data object provided in userData property'` or the failed answer. Contract: WebChatService
   * commands.
   */
  updateUserData: { options: Record<string, unknown>; result: PublicAnswer | undefined };
  /**
   * Tells the other side that the visitor has seen everything so far, for a window of the site's own: the tag's window
   * does so by itself. Rejected with `'There is no active chat session'` or the failed answer. Ours.
   */
  confirmRead: { options: void; result: PublicAnswer };
  /** Begins to count failed polls anew, see `pollExceptionLimit`. Contract: WebChatService commands. */
  resetPollExceptions: { options: void; result: undefined };
  /**
   * The conversation so far, also after its end until the next one starts. Rejected with `'There is no active chat
   * session'` before the first. Contract: WebChatService commands.
   */
  getTranscript: { options: void; result: { messages: ChatMessage[]; originalMessages: unknown[] } };
  /**
   * Everybody but the visitor who is or was in the chat, by participant id. Rejected with `'There is no active chat
   * session'`. Contract: WebChatService commands.
   */
  getAgents: { options: void; result: { agents: Agents } };
  /**
   * Since when the chat has been going, and with whom; also after its end until the next one starts. Rejected with
   * `'There is no active chat session'` before the first. Contract: WebChatService commands.
   */
  getStats: { options: void; result: ChatStats };
  /**
   * Asks the server whether the chat still runs. Rejected with the failed answer when it cannot be asked. Contract:
   * WebChatService commands.
   */
  verifySession: { options: void; result: { sessionActive: boolean } };
  /**
   * Brings older messages of an asynchronous chat, up to a hundred events; `historyComplete` tells that there are no older
   * ones. Rejected with `'Asynchronous chat is not enabled'`, `'There is no active chat session'` or the failed answer.
   * Contract: WebChatService commands.
   */
  fetchHistory: { options: void; result: { messages: ChatMessage[]; historyComplete: boolean } };
  /**
   * What files the server takes now. Rejected with `'There is no active chat session'` or the failed answer. Contract:
   * WebChatService commands.
   */
  getFileLimits: { options: void; result: FileLimits };
  /**
   * Sends a `File`, a `FileList`, an array of Files, or what a file input holds, one after the other. Rejected before
   * anything is sent with `{code: 201 | 202 | 203, text}` when there are too many, one is too large or of a type that is
   * not taken; with a sentence when there is no file; with `'The file transfer was cancelled'`, `'There is no active chat
   * session'` or the failed answer. Contract: WebChatService commands.
   */
  sendFile: {
    options: { files: File | FileList | readonly File[] | { readonly files: FileList | null } };
    result: PublicAnswer[];
  };
  /**
   * Gives up a file that is being sent, or forgets one that was not sent, by the id of its `fileStatus`. Rejected with a
   * sentence when there is none. Ours.
   */
  cancelFile: { options: { id: string }; result: undefined };
  /**
   * Fetches a file of the conversation and offers it to the visitor to be saved under `fileName`, unless `save` is false.
   * Rejected with `'No fileId provided'`, `'There is no active chat session'` or the failed answer. Contract:
   * WebChatService commands.
   */
  downloadFile: { options: { fileId: string; fileName?: string; save?: boolean }; result: Blob };
  /**
   * Lets the agent see what the visitor writes into a text input or textarea (or the jQuery object of one) before it is
   * sent. Rejected with a sentence when it is none. Contract: WebChatService commands.
   */
  registerTypingPreviewInput: { options: { input: unknown }; result: undefined };
  /**
   * Takes a `webchat` configuration over what there is. Rejected with `'Invalid configuration'` when it is empty. Contract:
   * WebChatService commands.
   */
  configure: { options: Record<string, unknown>; result: undefined };
  /**
   * The session's credentials. Rejected with `'There is no active chat session'`. Contract: WebChatService commands.
   */
  getSessionData: { options: void; result: SessionData };
  /**
   * Sends a failed message again, as the newest. Rejected with a sentence when no failed message has that id, else as
   * `sendMessage`. Ours.
   */
  resendMessage: { options: { id: string }; result: PublicAnswer };
  /**
   * Forgets a failed message. Rejected with a sentence when no failed message has that id. Ours.
   */
  discardMessage: { options: { id: string }; result: undefined };
}

/** The events of `WebChatService` and their data. */
export type WebChatServiceEvents = ChatEvents;

/** The commands of `WebChat`, the window. */
export interface WebChatCommands {
  /**
   * Shows the window, and brings a minimised one back. Rejected with `'already opened'`. Contract: WebChat commands.
   */
  open: { options: OpenOptions | void; result: undefined };
  /**
   * Takes the window off the screen, after ending the chat if one runs that is not asynchronous. Rejected with `'already closed'`. Contract: WebChat
   * commands.
   */
  close: { options: void; result: undefined };
  /**
   * Hides the window behind the launcher (`minimized: true`), shows it again (`false`), or toggles. Rejected with `'not
   * open'`. Contract: WebChat commands.
   */
  minimize: { options: { minimized?: boolean } | void; result: undefined };
  /**
   * Ends the chat as the visitor does, after the confirmation; the window stays to be read. Rejected as
   * `WebChatService.endChat`. Contract: WebChat commands.
   */
  endChat: { options: void; result: undefined };
  /**
   * Sends the form, as the visitor does: starts a chat from the open window with these values, and with the `userData` that
   * it was opened with. Rejected with `'not open'` or as `WebChatService.startChat`. Contract: WebChat commands.
   */
  startChat: { options: StartChatOptions; result: PublicAnswer };
  /** Takes a `webchat` configuration over what there is, as `WebChatService.configure` does. Contract: WebChat commands. */
  configure: { options: Record<string, unknown>; result: undefined };
  /**
   * Asks the visitor, beside the launcher, whether help is wanted. Rejected with `'already opened'` or `'already invited'`.
   * Contract: WebChat commands.
   */
  invite: { options: void; result: undefined };
  /**
   * Asks the visitor whether a new chat is wanted where the last one is over. Rejected as `invite`. Contract: WebChat
   * commands.
   */
  reInvite: { options: void; result: undefined };
  /**
   * Shows the launcher, whatever `chatButton.enabled` says, after so many milliseconds. Resolves at once, also when it is
   * there. Contract: WebChat commands.
   */
  showChatButton: { options: { openDelay?: number; duration?: number } | void; result: undefined };
  /** Takes the launcher away until `showChatButton`. Contract: WebChat commands. */
  hideChatButton: { options: { duration?: number } | void; result: undefined };
  /**
   * Puts an item into the menu of actions, in place of one with the same id; the menu shows it as soon as it can, and for
   * the life of the tag. Rejected with a sentence that names what is wrong. Ours.
   */
  addMenuItem: { options: MenuItemOptions; result: undefined };
  /** Takes an item out of the menu again. Rejected with `'There is no menu item with the id <id>'`. Ours. */
  removeMenuItem: { options: { id: string }; result: undefined };
  /**
   * Puts an entry of the page's own into the transcript: `text`, which is HTML to be made harmless where `type` is `html`.
   * It is seen in this tab only, until the next chat or page. Resolves with an array that holds its element. Rejected with
   * `'not open'`, `'No message text provided'` or a sentence that names what is wrong with its looks. Contract: WebChat commands.
   */
  injectMessage: { options: InjectedMessage; result: unknown[] };
  /**
   * Shows markup, made harmless, or an element of the page over the conversation. Where its `id` is `cx_chat_information`,
   * it is told to those who cannot see it. Rejected with `'not open'` or `'No content was provided'`. Contract: WebChat
   * commands.
   */
  showOverlay: { options: { html: unknown; hideFooter?: boolean }; result: undefined };
  /** Takes it away; does nothing when there is none. Contract: WebChat commands. */
  hideOverlay: { options: void; result: undefined };
  /**
   * Tells whether the visitor would take part in a survey about the chat that is over, which `surveyAnswered` then carries
   * on. Rejected with `'No chat has ended'`, or a sentence where `accepted` is neither true nor false. Ours.
   */
  answerSurvey: { options: { accepted: boolean }; result: undefined };
}

/** The events of `WebChat` and their data. */
export interface WebChatEvents {
  /** The window accepts commands. Contract: WebChat events. */
  ready: undefined;
  /** The window is on screen. Contract: WebChat events. */
  opened: WindowMetadata;
  /** The visitor has sent the form. Contract: WebChat events. */
  submitted: WindowMetadata;
  /** A chat has started while the window is open, or opened it. Contract: WebChat events. */
  started: WindowMetadata;
  /** The chat that the form asked for could not be started. Contract: WebChat events. */
  rejected: WindowMetadata;
  /** The chat has ended after an agent was there. Contract: WebChat events. */
  completed: WindowMetadata;
  /** The chat has ended before an agent was there, or the window was closed without one. Contract: WebChat events. */
  cancelled: WindowMetadata;
  /** The window is off the screen. Contract: WebChat events. */
  closed: WindowMetadata;
  /**
   * An entry stands in the transcript. `message` is the entry, and `data` the same by its documented name; `html` holds its
   * element, as a jQuery object does. Contract: WebChat events.
   */
  messageAdded: { data: ChatMessage; message: ChatMessage; html: unknown[] };
  /** The window went behind the launcher. Contract: WebChat events. */
  minimized: undefined;
  /** The window came back from behind the launcher. Contract: WebChat events. */
  unminimized: undefined;
  /** The visitor was asked after the chat about a survey (`surveyEnabled`), and has answered. Ours. */
  surveyAnswered: SurveyAnswer;
}

/** Whether the visitor would take part in a survey, and what the chat was that it is about. */
export interface SurveyAnswer extends ChatStats {
  chatId: string;
  accepted: boolean;
}

/** The names at run time; a name that a table above has and this one lacks does not compile. */
export const names = {
  WebChatService: {
    commands: namesOf<keyof WebChatServiceCommands>({
      startChat: true,
      endChat: true,
      sendMessage: true,
      sendTyping: true,
      poll: true,
      startPoll: true,
      stopPoll: true,
      resetPollExceptions: true,
      restore: true,
      sendCustomNotice: true,
      sendFilteredMessage: true,
      addPrefilter: true,
      registerPreProcessor: true,
      updateUserData: true,
      confirmRead: true,
      getStats: true,
      verifySession: true,
      fetchHistory: true,
      getFileLimits: true,
      sendFile: true,
      cancelFile: true,
      downloadFile: true,
      registerTypingPreviewInput: true,
      configure: true,
      getTranscript: true,
      getAgents: true,
      getSessionData: true,
      resendMessage: true,
      discardMessage: true,
    }),
    events: namesOf<keyof WebChatServiceEvents>({
      ready: true,
      started: true,
      restored: true,
      restoredOffline: true,
      restoreTimeout: true,
      restoreFailed: true,
      ended: true,
      messageReceived: true,
      messageStatus: true,
      fileStatus: true,
      textMasked: true,
      error: true,
      disconnected: true,
      reconnected: true,
      connectionPending: true,
      connectionRestored: true,
      chatServerWentOffline: true,
      chatServerBackOnline: true,
      pollingStarted: true,
      pollingStopped: true,
      clientConnected: true,
      clientDisconnected: true,
      agentConnected: true,
      agentDisconnected: true,
      supervisorConnected: true,
      supervisorDisconnected: true,
      botConnected: true,
      botDisconnected: true,
      agentTypingStarted: true,
      agentTypingStopped: true,
      clientTypingStarted: true,
      clientTypingStopped: true,
    }),
  },
  WebChat: {
    commands: namesOf<keyof WebChatCommands>({
      open: true,
      close: true,
      minimize: true,
      endChat: true,
      startChat: true,
      configure: true,
      invite: true,
      reInvite: true,
      showChatButton: true,
      hideChatButton: true,
      addMenuItem: true,
      removeMenuItem: true,
      injectMessage: true,
      showOverlay: true,
      hideOverlay: true,
      answerSurvey: true,
    }),
    events: namesOf<keyof WebChatEvents>({
      ready: true,
      opened: true,
      submitted: true,
      started: true,
      rejected: true,
      completed: true,
      cancelled: true,
      closed: true,
      messageAdded: true,
      minimized: true,
      unminimized: true,
      surveyAnswered: true,
    }),
  },
} as const;

function namesOf<Name extends string>(table: Record<Name, true>): readonly Name[] {
  return Object.keys(table) as Name[];
}

/** Every command and event of the built-in plugins by full name, for typed buses. */
export interface ChatCatalogue {
  commands: Prefixed<'WebChatService', WebChatServiceCommands> &
    Prefixed<'WebChat', WebChatCommands> &
    NeighbourCatalogue['commands'];
  events: Prefixed<'WebChatService', WebChatServiceEvents> &
    Prefixed<'WebChat', WebChatEvents> &
    NeighbourCatalogue['events'];
}
