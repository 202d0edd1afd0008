/** Public entry of `genesys-webchat/bus`: the plugin bus alone. */
export { createBus } from './bus.js';
export type { Bus, BusOptions } from './bus.js';
export type {
  BusEvent,
  BusPlugin,
  CommandCall,
  CommandHandler,
  Interceptor,
  Registry,
  Subscribers,
  Undo,
} from './bus-plugin.js';
export type {
  Catalogue,
  CommandName,
  CommandOptions,
  CommandResult,
  EventData,
  EventName,
  GivenOptions,
} from './catalogue.js';
export type { Callbacks, Deferred } from './deferred.js';
