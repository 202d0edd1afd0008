/** Public entry of `genesys-webchat`: defines the tag. */
import { startGlobals } from './globals/page-globals.js';
import { GenesysWebchat } from './genesys-webchat.js';

export { GenesysWebchat };
export type { ChatEventTarget, GenesysWebchatEventMap } from './event-map.js';
export type { OptionProperties } from './option-source.js';
export type * from '../../src/index.js';
export type { Bus, BusEvent, BusPlugin, Deferred } from '../../src/bus/index.js';

// A second copy of this file leaves the page to the first.
if (customElements.get('genesys-webchat') === GenesysWebchat) startGlobals();
