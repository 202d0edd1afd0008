/** A chat server for a site's own development and tests: GMS Chat API version 2 over real HTTP, all in memory. */
export { createLocalServer } from './local-server.js';
export type { ListenAddress, ListenOptions, LocalServer, LocalServerOptions } from './local-server.js';
export type { ChatState } from './chat-room.js';
export type { ChatView, ParticipantView } from './chat-view.js';
export type { Clock } from './clock.js';
export type { FaultSettings } from './faults.js';
export type { LocalServerLimits } from './limits.js';
export type { FilePolicy } from './shared-files.js';
export type { StaticFolder } from './static-files.js';
export type { EventType, Party, PartyType, TranscriptEvent } from './transcript.js';
