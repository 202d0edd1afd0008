import type { OptionName } from '../config/options.js';
import type { ChatCatalogue } from '../plugins/names.js';

/** What a page uses in place of a hook; where nothing is named, `note` says why nothing is needed. */
export interface Replacement {
  /** For styles: `genesys-webchat::part(<name>)`. */
  readonly parts?: readonly string[];
  /** For content of the page's own: a child of the tag with `slot="<name>"`. */
  readonly slots?: readonly string[];
  /** For looks: custom properties, on the tag or anywhere above it. */
  readonly properties?: readonly `--gwc-${string}`[];
  /** For code that watched the hook. */
  readonly events?: readonly (keyof ChatCatalogue['events'])[];
  /** For code that clicked on it or changed it. */
  readonly commands?: readonly (keyof ChatCatalogue['commands'])[];
  readonly options?: readonly OptionName[];
  /** A sentence, with its full stop. */
  readonly note?: string;
}

const confirmation: Replacement = { parts: ['confirm', 'confirm-question', 'confirm-button'] };
const refusal: Replacement = { parts: ['confirm-cancel-button'] };
const buttonRow: Replacement = {
  parts: ['submit-button', 'cancel-button', 'confirm-button', 'confirm-cancel-button'],
  note: 'Rows of buttons are no parts; the buttons are.',
};
const sender: Replacement = {
  parts: ['message', 'bubble', 'avatar', 'name'],
  events: ['WebChat.messageAdded'],
  note: 'Who wrote a message is in `message.from.type` of the event, whose `html[0]` is its element.',
};
const overlay: Replacement = {
  parts: ['overlay', 'overlay-close-button'],
  commands: ['WebChat.showOverlay', 'WebChat.hideOverlay'],
};

/**
 * The hooks in the window of Genesys Widgets that sites style and query, with what takes their place: styles and queries
 * of a page do not reach into the shadow root. A key that ends in `-` or `_` stands for all that begin so. Contract:
 * themes and CSS surface.
 */
export const cxHooks = {
  '.cx-widget': { note: 'It is the tag itself: `genesys-webchat`.' },
  '.cx-webchat': { parts: ['window'], properties: ['--gwc-window-width', '--gwc-window-height', '--gwc-radius'] },
  '.cx-webchat-chat-button': {
    parts: ['launcher-button'],
    properties: ['--gwc-color-brand'],
    commands: ['WebChat.showChatButton', 'WebChat.hideChatButton', 'WebChat.open'],
  },
  '.cx-chat-button-label': { parts: ['launcher-label'] },
  '.cx-side-button': { parts: ['launcher'], properties: ['--gwc-offset-block', '--gwc-offset-inline'] },
  '.cx-icon': {
    parts: ['launcher-icon'],
    slots: ['launcher-icon'],
    note: 'Other icons follow the colour of the text.',
  },
  '.cx-svg-icon-': { properties: ['--gwc-color-brand', '--gwc-color-text'] },
  '.cx-theme-': { properties: ['--gwc-color-brand', '--gwc-color-surface'], options: ['theme'] },

  '.cx-titlebar': { parts: ['header'], properties: ['--gwc-color-brand'] },
  '.cx-title': { parts: ['title'], slots: ['header'] },
  '.cx-subtitle': { parts: ['status'], slots: ['header'] },
  '.cx-buttons-window-control': { parts: ['menu-button', 'minimize-button', 'close-button'], slots: ['menu'] },
  '.cx-button-close': { parts: ['close-button'], commands: ['WebChat.close'] },
  '.cx-minimized': {
    events: ['WebChat.minimized', 'WebChat.unminimized'],
    commands: ['WebChat.minimize'],
    note: 'A minimised window is not there at all.',
  },
  '.cx-menu': { parts: ['menu', 'menu-item'], slots: ['menu'], commands: ['WebChat.addMenuItem'] },
  '.cx-body': { parts: ['form', 'transcript'] },
  '.cx-footer': { parts: ['composer'], slots: ['form-footer', 'composer-start', 'composer-end', 'end'] },
  '.cx-powered-by': { note: 'There is no such line.' },

  '.cx-form': { parts: ['form'], slots: ['form-footer'], options: ['form'] },
  '.cx-form-wrapper': { parts: ['form'], options: ['form'] },
  '.cx-form-inputs': { parts: ['field', 'form-row'], options: ['form'] },
  '.cx-form-control': { parts: ['input'] },
  '.cx-control-label': { parts: ['label'] },
  '.cx-input': { parts: ['input', 'message-input'] },
  '#cx_webchat_form_': {
    parts: ['input'],
    options: ['form'],
    commands: ['WebChat.open'],
    note: '`WebChat.open {form}` fills the form in, `validate` of its definition is given the input, and `WebChat.submitted` tells what was sent.',
  },

  '.cx-input-container': { parts: ['composer'] },
  '.cx-textarea-cell': { parts: ['message-input'] },
  '.cx-send': { parts: ['send-button'], commands: ['WebChatService.sendMessage'] },

  '.cx-transcript-wrapper': { parts: ['transcript'] },
  '.cx-transcript': { parts: ['log'], commands: ['WebChatService.getTranscript', 'WebChat.injectMessage'] },
  '.cx-message-group': { parts: ['message'] },
  '.cx-message': { parts: ['message'], events: ['WebChat.messageAdded'] },
  '.cx-message-text': { parts: ['bubble'], commands: ['WebChatService.registerPreProcessor'] },
  '#cx-chat-index-': {
    events: ['WebChat.messageAdded'],
    note: 'Messages have no ids in the page; `html[0]` of the event is the element.',
  },
  '.cx-participant': sender,
  '.cx-you': { parts: ['message-own', 'bubble-own'], properties: ['--gwc-color-brand', '--gwc-color-on-brand'] },
  '.cx-them': { parts: ['message', 'bubble'], properties: ['--gwc-color-soft'] },
  '.cx-Agent': sender,
  '.cx-agent': sender,
  '.cx-Bot': sender,
  '.cx-bot': sender,
  '.cx-system': { parts: ['system-line'] },
  '.cx-avatar-wrapper': { parts: ['avatar'] },
  '.cx-avatar': { parts: ['avatar'], note: 'Pictures of agents are not shown; their initials are.' },

  '.cx-alert': { parts: ['notice', 'notice-dismiss-button'], events: ['WebChatService.error'] },
  '.cx-chat-end': { ...confirmation, commands: ['WebChat.endChat'] },
  '.cx-chat-close': { ...confirmation, commands: ['WebChat.close'] },
  '.cx-end-cancel': refusal,
  '.cx-close-cancel': refusal,
  '.cx-overlay': overlay,
  '.cx-dynamic': overlay,
  '#cx_chat_information': {
    commands: ['WebChat.showOverlay'],
    note: 'As an id of what you show it works as before; an element that you show stays in the page, where your styles reach it.',
  },

  '.cx-btn': { parts: ['submit-button', 'cancel-button', 'confirm-button', 'confirm-cancel-button'] },
  '.cx-btn-primary': { parts: ['submit-button', 'confirm-button', 'invite-accept-button', 'new-chat-button'] },
  '.cx-btn-default': { parts: ['cancel-button', 'confirm-cancel-button', 'invite-reject-button', 'end-close-button'] },
  '.cx-disabled': { parts: ['send-button'], note: 'With `:disabled` behind the part.' },
  '.cx-button-group': buttonRow,
  '.cx-buttons-binary': buttonRow,
  '.cx-buttons-default': buttonRow,

  '[data-message=ChatFormSubmit]': { parts: ['submit-button'], options: ['i18n'] },
  '[data-message=ChatFormCancel]': { parts: ['cancel-button'], options: ['i18n'] },
  '[data-message=ChatInputPlaceholder]': { parts: ['message-input'], options: ['i18n'] },
  '[data-message=ChatInputSend]': { parts: ['send-button'], options: ['i18n'] },
  '[data-message=ChatTitle]': { parts: ['title'], slots: ['header'], options: ['i18n'] },
  '[data-message=ChatButton]': { parts: ['launcher-label'], options: ['i18n'] },
  '[data-message]': { options: ['i18n'], note: 'Each text is one key of the language pack.' },
} as const satisfies Record<string, Replacement>;
