/** Public entry of `genesys-webchat`: defines the tag. */
export { GenesysWebchat } from './genesys-webchat.js';
export type { ChatEventTarget, GenesysWebchatEventMap } from './event-map.js';
export type { OptionProperties } from './option-source.js';
export type * from '../../src/index.js';
export type { Bus, BusEvent, BusPlugin, Deferred } from '../../src/bus/index.js';
