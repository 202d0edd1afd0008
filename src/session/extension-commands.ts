import { ChatError } from '../errors.js';
import { numAgentsConnected, type Agents } from '../model/agent.js';
import type { ChatStats, PublicAnswer } from '../model/chat-events.js';
import type { FileTransfer } from '../model/file-status.js';
import type { FileLimits } from '../model/file-limits.js';
import type { ChatMessage } from '../model/message.js';
import type { Platform } from '../platform/platform.js';
import { saveFile } from '../platform/save-file.js';
import type { Failure, KeylessRequest } from '../transport/transport.js';
import type { Given } from './chat-commands.js';
import type { ChatService } from './chat-service.js';
import type { ChatSession } from './chat-session.js';
import type { WritableChatStores } from './chat-stores.js';
import { FileTransfers } from './file-transfers.js';
import { fetchHistory } from './history.js';
import { MessageFilters } from './message-filters.js';
import { readFilter, readFilters, readPreProcessor } from './read-filters.js';
import { readOptionalFlag, readOptionalText, readText, refusal } from './read-options.js';
import { toPublicAnswer } from './public-answer.js';
import { toUserData } from './start-request.js';
import { previewTyping } from './typing-preview.js';
import { extensionSentences } from './extension-sentences.js';
import { sentences } from './sentences.js';

/** What the commands need. */
export interface ExtensionCommandsOptions {
  readonly service: ChatService;
  readonly stores: WritableChatStores;
  readonly platform: Pick<Platform, 'clock'>;
  /** Takes configuration over what there is. */
  readonly configure: (webchat: Given) => void;
}

/** What extensions ask of the service besides what every chat needs. All reject with a {@link ChatError}. */
export class ExtensionCommands {
  readonly #options: ExtensionCommandsOptions;
  readonly #filters = new MessageFilters();
  /** The files of one conversation. */
  #files: { readonly session: ChatSession; readonly transfers: FileTransfers } | undefined;
  #fileCount = 0;

  constructor(options: ExtensionCommandsOptions) {
    this.#options = options;
    const { stores } = options;
    stores.phase.listen((phase) => {
      if (phase === 'starting') stores.files.set([]);
    });
  }

  /** Takes a whole configuration in the shape of Genesys Widgets' `webchat`. */
  configure(configuration: Given): void {
    if (Object.keys(configuration).length === 0) throw new ChatError(extensionSentences.invalidConfiguration);
    this.#options.configure(configuration);
  }

  /** Hides messages that match, in this chat and all others of this page; returns all filters so far. */
  addPrefilter({ filters }: Given): RegExp[] {
    const all = [...this.#filters.prefilters, ...readFilters(filters)];
    this.#filters.prefilters = all;
    this.#filter();
    return [...all];
  }

  /** Lets a function change each message of the other side before anybody sees it. */
  registerPreProcessor({ preprocessor }: Given): unknown {
    this.#filters.addPreProcessor(readPreProcessor(preprocessor));
    this.#filter();
    return preprocessor;
  }

  /** Sends a message that this visitor does not see, nor any other that matches. */
  async sendFilteredMessage({ message, regex }: Given): Promise<PublicAnswer> {
    const { service } = this.#options;
    const text = readText(message);
    const filter = readFilter(regex);
    this.#hide(filter);
    const masked = await service.masked(text, 'message');
    // What was to be hidden by words that are dots by now is hidden by what is left of it.
    if (masked !== text && text.search(filter) >= 0) this.#hide(exactly(masked));
    return toPublicAnswer(await service.running.send(masked));
  }

  /** Sends a failed message again. */
  async resendMessage({ id }: Given): Promise<PublicAnswer> {
    const { running } = this.#options.service;
    const sent = typeof id === 'string' ? running.outbox.resend(id) : undefined;
    if (!sent) throw refusal('id', failedId, id);
    return toPublicAnswer(await sent);
  }

  /** Forgets a failed message; also after the end of its chat, until the next one starts. */
  discardMessage({ id }: Given): void {
    const latest = this.#latest;
    if (typeof id !== 'string' || !latest.outbox.discard(id)) throw refusal('id', failedId, id);
    latest.post({ type: 'discarded', id });
  }

  /** Sends the agent's side something that is no message. */
  sendCustomNotice({ message }: Given): Promise<PublicAnswer> {
    return this.#ask({ operation: 'customNotice', text: readText(message) });
  }

  /** Attaches data to the chat, to the one that is being started, or to the next one. */
  async updateUserData(data: Given): Promise<PublicAnswer | undefined> {
    const { service } = this.#options;
    const userData = toUserData(data);
    await service.outcome;
    if (service.isRunning) return this.#ask({ operation: 'updateData', userData });
    service.userData = { ...service.userData, ...userData };
    return undefined;
  }

  /** Tells the other side that the visitor has seen everything so far. */
  confirmRead(): Promise<PublicAnswer> {
    const position = this.#options.service.running.conversation.transcript.position - 1;
    return this.#ask({ operation: 'readReceipt', position });
  }

  /** Asks for news once. */
  async poll(): Promise<PublicAnswer> {
    const { service } = this.#options;
    const { running } = service;
    if (running.poller.current) throw new ChatError(extensionSentences.pollRunning);
    return service.settle(running, await running.poller.poll());
  }

  /** Begins to ask for news by itself. */
  startPoll(): void {
    this.#setPolling(true);
  }

  /** Stops asking for news. */
  stopPoll(): void {
    this.#setPolling(false);
  }

  /** Begins to count failed polls anew. */
  resetPollExceptions(): void {
    this.#options.service.connection.failedPolls = 0;
  }

  /** The conversation so far; also after its end, until the next one starts. */
  getTranscript(): { messages: ChatMessage[]; originalMessages: unknown[] } {
    const { messages, events } = this.#latest.conversation.transcript;
    return { messages: [...messages], originalMessages: events.map(({ original }) => original) };
  }

  /** Who is or was in the chat on the other side. */
  getAgents(): { agents: Agents } {
    this.#options.service.checkRunning();
    return { agents: this.#options.stores.agents.get() };
  }

  /** How long the chat has been going, and with whom; also after its end, until the next one starts. */
  getStats(): ChatStats {
    const { stores, platform } = this.#options;
    const { kept, endedAt = 0 } = this.#latest;
    const { startedAt } = kept.session;
    const duration = (endedAt || platform.clock.now()) - startedAt;
    return { agents: stores.agents.get(), startTime: startedAt, endTime: endedAt, duration };
  }

  /** The session's credentials. */
  getSessionData(): { chatId: string; sessionID: string; secureKey: string; userId?: string; alias?: string } {
    const { keys } = this.#options.service.running.kept.session;
    return { ...keys, sessionID: keys.chatId };
  }

  /** Asks the server whether the chat still runs. */
  async verifySession(): Promise<{ sessionActive: boolean }> {
    const { service } = this.#options;
    if (!service.isRunning) return { sessionActive: false };
    const { running } = service;
    const answer = await running.poller.poll();
    if (!running.isOver) service.settle(running, answer);
    return { sessionActive: !running.isOver };
  }

  /** Brings older messages of an asynchronous chat. */
  async fetchHistory(): Promise<{ messages: ChatMessage[]; historyComplete: boolean }> {
    const { service } = this.#options;
    const { running } = service;
    if (!running.kept.session.isAsync) throw new ChatError(extensionSentences.notAsync);
    const page = await fetchHistory(running);
    if ('ok' in page) throw service.refused(page);
    return page;
  }

  /** What files the server takes now. */
  getFileLimits(): Promise<FileLimits> {
    return this.#transfers(this.#options.service.running).limits();
  }

  /** Sends files, unless the server's limits speak against any of them. */
  sendFile({ files }: Given): Promise<PublicAnswer[]> {
    return this.#transfers(this.#options.service.running).send(files);
  }

  /** Gives up a file that waits or is on its way, or forgets one that was not sent. */
  cancelFile({ id }: Given): void {
    const { service, stores } = this.#options;
    const files = stores.files.get();
    const isOver = files.some((file) => file.id === id && (file.status === 'failed' || file.status === 'cancelled'));
    if (!isOver && !(typeof id === 'string' && this.#transfers(service.running).cancel(id))) {
      throw refusal('id', 'the id of a file that is being sent', id);
    }
    stores.files.set(stores.files.get().filter((file) => file.id !== id));
  }

  /** Fetches a file of the conversation, and offers it to the visitor to be saved unless `save` is false. */
  async downloadFile({ fileId, fileName, save }: Given): Promise<Blob> {
    const { running } = this.#options.service;
    const name = readOptionalText('fileName', fileName);
    const isSaved = readOptionalFlag('save', save) ?? true;
    const file = await this.#transfers(running).download({ fileId });
    if (isSaved) saveFile(file, name || fileNameIn(running, fileId) || 'file');
    return file;
  }

  /** Lets the agent see what the visitor writes into a field of the page before it is sent. */
  registerTypingPreviewInput({ input }: Given): void {
    const { service } = this.#options;
    const stop = previewTyping(input, (text) => {
      if (service.isRunning) this.#preview(text).catch(() => undefined);
    });
    service.onDispose.push(stop);
  }

  /** The conversation that runs, or ran last. */
  get #latest(): ChatSession {
    const { session } = this.#options.service;
    if (!session) throw new ChatError(sentences.noSession);
    return session;
  }

  /** Has all messages pass through the filters. */
  #filter(): void {
    const { service } = this.#options;
    service.filters = this.#filters;
    service.session?.conversation.refilter();
  }

  async #preview(text: string): Promise<void> {
    const { service } = this.#options;
    const { running } = service;
    await running.typed(await service.masked(text, 'typing'));
  }

  async #ask(request: KeylessRequest): Promise<PublicAnswer> {
    const { service } = this.#options;
    const { running } = service;
    return service.settle(running, await running.exchange(request));
  }

  /** Hides what matches from this visitor, now, in other tabs, and when another page goes on with the conversation. */
  #hide({ source, flags }: RegExp): void {
    const { service, stores } = this.#options;
    service.checkRunning();
    stores.filters.set([...stores.filters.get(), [source, flags]]);
  }

  /** In whichever tab. */
  #setPolling(isRunning: boolean): void {
    const { running } = this.#options.service;
    running.poller.setRunning(isRunning);
    running.post({ type: 'polling', isRunning });
  }

  #transfers(session: ChatSession): FileTransfers {
    const { stores, platform, service } = this.#options;
    if (this.#files?.session === session) return this.#files.transfers;
    const transfers = new FileTransfers({
      exchange: (request, signal) => session.exchange(request, {}, signal),
      download: (fileId, signal) => download(session, fileId, signal),
      refused: (failed) => service.refused(failed),
      hasAgent: () => numAgentsConnected(stores.agents.get()) > 0,
      onStatus: (status, file) => {
        stores.files.set(withTransfer(stores.files.get(), { ...status, file }));
        service.emit('fileStatus', status);
      },
      newId: () => {
        this.#fileCount += 1;
        return `file-${String(platform.clock.now())}-${String(this.#fileCount)}`;
      },
    });
    this.#files = { session, transfers };
    session.onHold.push(() => {
      transfers.dispose();
      this.#files = undefined;
    });
    return transfers;
  }
}

/** The transfers with one that is new or has changed; it takes the place of an earlier attempt with the same file. */
function withTransfer(files: readonly FileTransfer[], transfer: FileTransfer): FileTransfer[] {
  const { id, file } = transfer;
  if (files.some((each) => each.id === id)) return files.map((each) => (each.id === id ? transfer : each));
  const isAttempt = (each: FileTransfer) =>
    each.file === file && (each.status === 'failed' || each.status === 'cancelled');
  return [...files.filter((each) => !isAttempt(each)), transfer];
}

const failedId = 'the id of a failed message';

/** Matches that text and no other. */
function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);
}

/** Fetches a file of the conversation. */
async function download(session: ChatSession, fileId: string, signal: AbortSignal): Promise<Blob | Failure> {
  const { transport, onAnswer } = session.options;
  const operation = 'downloadFile';
  const file = await transport.download({ operation, keys: session.kept.session.keys, fileId }, signal);
  if ('ok' in file) session.take({ operation, answer: file, begunAt: 0 });
  else onAnswer(operation);
  return file;
}

/** The name that whoever shared the file gave it. */
function fileNameIn({ conversation }: ChatSession, fileId: unknown): string | undefined {
  return conversation.transcript.messages.find(({ userData }) => userData?.['file-id'] === fileId)?.userData?.[
    'file-name'
  ];
}
