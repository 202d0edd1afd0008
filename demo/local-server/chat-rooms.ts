import { ChatRoom } from './chat-room.js';
import type { ChatRequest, ChatRoomSettings } from './chat-room.js';

/** What all chats of a server have in common. */
export interface ChatRoomsSettings extends ChatRoomSettings {
  readonly chats: number;
  readonly protocolTimeoutMs: number;
  readonly storedFileBytes: number;
}

/**
 * All chats of a server, at most so many.
 *
 * Abandoned chats are ended whenever anybody looks, not by a timer: nobody can tell the difference, nothing keeps the
 * process alive, and a test only has to move its clock.
 */
export class ChatRooms {
  readonly #rooms = new Map<string, ChatRoom>();
  readonly #settings: ChatRoomsSettings;

  constructor(settings: ChatRoomsSettings) {
    this.#settings = settings;
  }

  /** Opens a chat, or gives `undefined` when all places are taken by chats that go on. */
  open(request: ChatRequest): ChatRoom | undefined {
    this.#endAbandoned();
    if (this.#rooms.size >= this.#settings.chats && !this.#dropOldestEnded()) return undefined;
    const room = new ChatRoom(request, this.#settings);
    this.#rooms.set(room.chatId, room);
    return room;
  }

  /** The chat of that id, ended ones too. */
  get(chatId: string): ChatRoom | undefined {
    this.#endAbandoned();
    return this.#rooms.get(chatId);
  }

  /** All chats, oldest first. */
  list(): ChatRoom[] {
    this.#endAbandoned();
    return [...this.#rooms.values()];
  }

  /** Whether so many bytes more may be stored among all chats. */
  hasSpaceFor(bytes: number): boolean {
    const stored = this.list().reduce((sum, room) => sum + room.files.usage().bytes, 0);
    return stored + bytes <= this.#settings.storedFileBytes;
  }

  #endAbandoned(): void {
    for (const room of this.#rooms.values()) room.endIfAbandoned(this.#settings.protocolTimeoutMs);
  }

  #dropOldestEnded(): boolean {
    for (const room of this.#rooms.values()) {
      if (room.state === 'ended') return this.#rooms.delete(room.chatId);
    }
    return false;
  }
}
