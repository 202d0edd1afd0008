import { randomBytes } from 'node:crypto';
import { SharedFiles } from './shared-files.js';
import type { FilePolicy, SharedFile, UploadedFile } from './shared-files.js';
import { Transcript } from './transcript.js';
import type { EventType, PartyType, TranscriptEvent, UnplacedEvent } from './transcript.js';

/** One party of a chat; it stays listed after it left. */
export interface Participant {
  readonly participantId: number;
  readonly type: PartyType;
  nickname: string;
  isConnected: boolean;
  isTyping: boolean;
  /** The unsent text, where the writer's side shows it. */
  typingText: string;
  /** Up to which index this party has seen the transcript; 0 = unknown. */
  readPosition: number;
}

/** What a visitor gives to start a chat. */
export interface ChatRequest {
  readonly nickname: string;
  readonly subject: string;
  readonly emailAddress: string;
  readonly userData: ReadonlyMap<string, string>;
}

/** What a chat needs beside the visitor's request. */
export interface ChatRoomSettings {
  readonly now: () => number;
  readonly transcriptEvents: number;
  readonly files: FilePolicy;
}

/** Where a chat stands: nobody but the visitor in it, somebody there to answer, or over for good. */
export type ChatState = 'waiting' | 'active' | 'ended';

type EventDetails = Pick<UnplacedEvent, 'text' | 'messageType' | 'userData'>;

/**
 * One chat: who is in it, what was said, and the visitor's keys to it.
 *
 * It enforces no wire rule: the two interfaces that act on it check what they are asked, each in its own words.
 */
export class ChatRoom {
  /** The session's name in every address. */
  readonly chatId = randomBytes(8).toString('hex').toUpperCase();
  /** The visitor's secret; the control interface never tells it. */
  readonly secureKey = randomBytes(8).toString('hex');
  /** The visitor's party id on the wire. */
  readonly userId = randomBytes(8).toString('hex').toUpperCase();
  /** The number of the chat server instance; there is only this one. */
  readonly alias = '117';
  /** What the visitor wants to talk about. */
  readonly subject: string;
  /** The visitor's address, as given. */
  readonly emailAddress: string;
  /** Data attached by the page, for routing and for the agent. */
  readonly userData: Map<string, string>;
  /** The files of this chat. */
  readonly files: SharedFiles;
  /** Everything that happened. */
  readonly transcript: Transcript;
  /** Whether the visitor may stay away without losing the chat. */
  readonly isAsync: boolean;
  /** The visitor: always the first participant. */
  readonly visitor: Participant;
  /** Downloads the visitor has used up. */
  downloads = 0;
  readonly #participants: Participant[] = [];
  readonly #now: () => number;
  #isEnded = false;
  #lastRequestAt: number;

  constructor(request: ChatRequest, settings: ChatRoomSettings) {
    this.subject = request.subject;
    this.emailAddress = request.emailAddress;
    this.userData = new Map(request.userData);
    this.isAsync = request.userData.get('GCTI_Chat_AsyncMode') === 'true';
    this.files = new SharedFiles(settings.files);
    this.transcript = new Transcript(settings.transcriptEvents);
    this.#now = settings.now;
    this.#lastRequestAt = settings.now();
    this.visitor = this.join(request.nickname, 'Client');
  }

  /** All who are or were in the chat, in the order they came. */
  get participants(): readonly Participant[] {
    return this.#participants;
  }

  /** Where the chat stands now. */
  get state(): ChatState {
    if (this.#isEnded) return 'ended';
    return this.#participants.some((one) => one.isConnected && one !== this.visitor) ? 'active' : 'waiting';
  }

  /** Whether an agent is in the chat now; a supervisor or a bot alone is none. */
  get hasAgent(): boolean {
    return this.#participants.some((one) => one.isConnected && one.type === 'Agent');
  }

  /** Lets a party in. Its number is never given to another. */
  join(nickname: string, type: PartyType): Participant {
    const participant: Participant = {
      participantId: this.#participants.length + 1,
      nickname,
      type,
      isConnected: true,
      isTyping: false,
      typingText: '',
      readPosition: 0,
    };
    this.#participants.push(participant);
    this.record('ParticipantJoined', participant);
    return participant;
  }

  /** Says a text; whoever said it has stopped typing. */
  say(participant: Participant, text: string, messageType?: string): TranscriptEvent {
    participant.isTyping = false;
    participant.typingText = '';
    return this.record('Message', participant, { text, ...(messageType === undefined ? {} : { messageType }) });
  }

  /** Tells that a party writes or stopped, with the unsent text where it is shown. */
  type(participant: Participant, isTyping: boolean, typingText: string): TranscriptEvent {
    participant.isTyping = isTyping;
    participant.typingText = typingText;
    // Each sign of typing is an event, not only the first: clients let an indicator go out that is not renewed.
    const details = typingText === '' ? {} : { text: typingText };
    return this.record(isTyping ? 'TypingStarted' : 'TypingStopped', participant, details);
  }

  /** Gives a party another name from now on; what it said before keeps the old one. */
  rename(participant: Participant, nickname: string): TranscriptEvent {
    participant.nickname = nickname;
    return this.record('NicknameUpdated', participant);
  }

  /** Puts a file into the chat. */
  share(participant: Participant, upload: UploadedFile, description: Readonly<Record<string, string>>): SharedFile {
    const file = this.files.add(upload, participant.participantId);
    this.record('FileUploaded', participant, { userData: { ...description, ...fileData(file) } });
    return file;
  }

  /** Takes a file out of the chat. */
  unshare(participant: Participant, file: SharedFile): TranscriptEvent {
    this.files.delete(file.fileId);
    return this.record('FileDeleted', participant, { userData: fileData(file) });
  }

  /** Writes any other happening down. */
  record(type: EventType, participant: Participant, details: EventDetails = {}): TranscriptEvent {
    return this.#recordAt(this.#now(), type, participant, details);
  }

  /** Lets a party go. The chat goes on, even when it was the last. */
  leave(participant: Participant): void {
    this.#leaveAt(this.#now(), participant);
  }

  /** Ends the chat for all, with no event of its own: the leaving that caused it is in the transcript. */
  end(): void {
    this.#isEnded = true;
    for (const participant of this.#participants) {
      participant.isConnected = false;
      participant.isTyping = false;
      participant.typingText = '';
    }
  }

  /** Notes that the visitor's page has just asked for something. */
  touch(): void {
    this.#lastRequestAt = this.#now();
  }

  /** Ends the chat if the visitor's page has asked for nothing for so long; asynchronous chats wait for ever. */
  endIfAbandoned(timeoutMs: number): void {
    const deadline = this.#lastRequestAt + timeoutMs;
    if (this.#isEnded || this.isAsync || this.#now() < deadline) return;
    this.#leaveAt(deadline, this.visitor);
    this.end();
  }

  #leaveAt(utcTime: number, participant: Participant): void {
    participant.isConnected = false;
    participant.isTyping = false;
    participant.typingText = '';
    this.#recordAt(utcTime, 'ParticipantLeft', participant);
  }

  #recordAt(utcTime: number, type: EventType, participant: Participant, details: EventDetails = {}): TranscriptEvent {
    const { nickname, participantId, type: partyType } = participant;
    return this.transcript.append({ from: { nickname, participantId, type: partyType }, type, utcTime, ...details });
  }
}

function fileData(file: SharedFile): Record<string, string> {
  return {
    'file-id': file.fileId,
    'file-name': file.fileName,
    'file-size': String(file.content.byteLength),
    'file-type': file.contentType,
  };
}
