import type { TemplateResult } from 'lit';
import type { ChatMessage } from '../../src/model/message.js';
import { saveFile } from '../../src/platform/save-file.js';
import type { ChatContext } from '../context/chat-context.js';
import type { FeatureTextsController } from '../context/feature-texts.js';
import { printTranscript } from '../chat-print/chat-print.js';
import type { ChatTranscript } from '../chat-transcript/chat-transcript.js';
import { downloadIcon } from '../internal/download-icon.js';
import { copyText } from '../internal/transcript/copy-text.js';
import { saveTranscript } from '../internal/transcript/save-transcript.js';
import { fileName, titleOf, toDays, type Reading } from '../internal/transcript/transcript-days.js';
import { transcriptText } from '../internal/transcript/transcript-text.js';
import { searchIcon } from '../internal/search-icons.js';
import type { ChatMenu } from './chat-menu.js';
import { copyIcon, dataIcon, muteIcon, printIcon, soundIcon } from './menu-icons.js';

/** One thing that a visitor can do. */
export interface Action {
  readonly label: string;
  readonly icon?: TemplateResult;
  /** It makes no sense yet. */
  readonly isDisabled?: boolean;
  readonly run: () => void | Promise<void>;
}

/** What a visitor can do with the conversation. */
export class TranscriptActions {
  readonly #menu: ChatMenu;
  readonly #texts: FeatureTextsController;
  readonly #chat: () => ChatContext | undefined;

  constructor(menu: ChatMenu, texts: FeatureTextsController, chat: () => ChatContext | undefined) {
    this.#menu = menu;
    this.#texts = texts;
    this.#chat = chat;
  }

  /** The actions as things stand, those that belong together in one list. */
  groups(): Action[][] {
    const chat = this.#chat();
    const isDisabled = toDays(this.#messages, this.#reading).length === 0;
    const text = this.#texts.text.bind(this.#texts);
    const transcript = this.#transcript;
    const search = { label: text('ActionsSearch'), icon: searchIcon, isDisabled, run: () => this.#search() };
    const isMuted = chat?.stores.muted.get() ?? false;
    const sound = {
      label: text(isMuted ? 'ActionsSoundOn' : 'ActionsSoundOff'),
      icon: isMuted ? soundIcon : muteIcon,
      run: () => chat?.setMuted(!isMuted),
    };
    return [
      transcript && !transcript.hidden ? [search] : [],
      [
        { label: text('ActionsCopy'), icon: copyIcon, isDisabled, run: () => this.#copy() },
        {
          label: text('ActionsDownload'),
          icon: downloadIcon,
          isDisabled,
          run: () => {
            saveTranscript(this.#messages, this.#reading);
          },
        },
        { label: text('ActionsDownloadData'), icon: dataIcon, isDisabled, run: () => this.#saveData() },
        {
          label: text('ActionsPrint'),
          icon: printIcon,
          isDisabled,
          run: () => this.#print(),
        },
      ],
      chat?.options.get().sound ? [sound] : [],
    ];
  }

  /** The window around the menu; undefined where the menu stands alone. */
  get window(): HTMLElement | undefined {
    const root = this.#windowRoot;
    return root?.host instanceof HTMLElement ? root.host : undefined;
  }

  get #windowRoot(): ShadowRoot | undefined {
    const header = this.#menu.getRootNode();
    const root = header instanceof ShadowRoot ? header.host.getRootNode() : undefined;
    return root instanceof ShadowRoot ? root : undefined;
  }

  get #transcript(): ChatTranscript | null | undefined {
    return this.#windowRoot?.querySelector('genesys-chat-transcript');
  }

  get #messages(): readonly ChatMessage[] {
    return this.#chat()?.stores.messages.get() ?? [];
  }

  get #reading(): Reading {
    const chat = this.#chat();
    return { texts: this.#texts, ownId: chat?.stores.ownId.get() ?? 0, hours: chat?.options.get().timeFormat };
  }

  async #saveData(): Promise<void> {
    const answer = await this.#chat()?.command('WebChatService.getTranscript').catch(ignore);
    if (!answer) return;
    const { messages } = answer;
    const data = new Blob([JSON.stringify({ messages }, null, 2)], { type: 'application/json' });
    saveFile(data, fileName(messages, 'json'));
  }

  async #copy(): Promise<void> {
    const isCopied = await copyText(transcriptText(this.#messages, this.#reading));
    this.#menu.tell(this.#texts.text(isCopied ? 'TranscriptCopied' : 'TranscriptNotCopied'));
  }

  #print(): Promise<void> {
    const { lang = 'en', dir = 'ltr' } = this.#texts.locale ?? {};
    const days = toDays(this.#messages, this.#reading);
    return printTranscript({ title: titleOf(this.#messages, this.#reading), days, locale: { lang, dir } });
  }

  async #search(): Promise<void> {
    const transcript = this.#transcript;
    if (!transcript) return;
    const { ChatSearch } = await import('../chat-search/chat-search.js');
    const { previousElementSibling } = transcript;
    if (previousElementSibling instanceof ChatSearch) {
      previousElementSibling.focus();
      return;
    }
    const search = new ChatSearch();
    search.transcript = transcript;
    search.returnFocusTo = this.#menu.button;
    transcript.before(search);
  }
}

/** An extension that keeps the transcript back has its reasons. */
function ignore(): undefined {
  return undefined;
}
