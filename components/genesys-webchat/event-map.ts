import type { ChatCatalogue, WebChatEvents, WebChatServiceEvents } from '../../src/plugins/names.js';

type CustomEvents<Table> = { [Name in keyof Table]: CustomEvent<Table[Name]> };

/** The events of `<genesys-webchat>`: each under its full bus name, those of the service and the window also bare. */
export type GenesysWebchatEventMap = CustomEvents<ChatCatalogue['events']> &
  CustomEvents<Omit<WebChatEvents, keyof WebChatServiceEvents> & WebChatServiceEvents>;

/** `addEventListener` and its counterpart, typed by the event's name; the platform's own events are as on every element. */
export interface ChatEventTarget {
  addEventListener<Name extends keyof GenesysWebchatEventMap>(
    type: Name,
    listener: (event: GenesysWebchatEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends Exclude<keyof HTMLElementEventMap, keyof GenesysWebchatEventMap>>(
    type: Name,
    listener: (event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof GenesysWebchatEventMap>(
    type: Name,
    listener: (event: GenesysWebchatEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Name extends Exclude<keyof HTMLElementEventMap, keyof GenesysWebchatEventMap>>(
    type: Name,
    listener: (event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
