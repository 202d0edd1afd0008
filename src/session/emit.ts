import type { ChatEvents } from '../model/chat-events.js';

/** Publishes one of the service's events. */
export type Emit = <Name extends keyof ChatEvents>(name: Name, data: ChatEvents[Name]) => void;
