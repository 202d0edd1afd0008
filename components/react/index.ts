'use client';

/** Public entry of `genesys-webchat/react`: the tag as a component of React. */
import { createComponent } from '@lit/react';
import * as React from 'react';
import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import { GenesysWebchat as GenesysWebchatElement } from '../genesys-webchat/index.js';
import type { ChatConfig, GenesysWebchatEventMap, OptionProperties } from '../genesys-webchat/index.js';
import type { MaskSetting } from '../../src/config/option-types.js';
import { names, type WebChatEvents, type WebChatServiceEvents } from '../../src/plugins/names.js';

type BareName = keyof WebChatServiceEvents | keyof WebChatEvents;

/** A listener for each event of the service and the window: `onMessageReceived`, `onOpened`. */
export type GenesysWebchatListeners = {
  [Name in BareName as `on${Capitalize<Name>}`]?: ((event: GenesysWebchatEventMap[Name]) => void) | undefined;
};

/** Each option by its property's name. */
export type GenesysWebchatOptions = Partial<Omit<OptionProperties, 'mask'>> & {
  mask?: MaskSetting | undefined;
  /** The whole configuration in the shape of Genesys Widgets; it wins over all other options. */
  config?: ChatConfig | undefined;
};

/** What the component takes: options, listeners, and what every element takes. */
export type GenesysWebchatProps = GenesysWebchatOptions &
  GenesysWebchatListeners &
  Omit<HTMLAttributes<GenesysWebchatElement>, keyof GenesysWebchatOptions | keyof GenesysWebchatListeners>;

export type { GenesysWebchatElement };

/** What the component is to TypeScript: the library would let it take every member of the element. */
type Component = ForwardRefExoticComponent<GenesysWebchatProps & RefAttributes<GenesysWebchatElement>>;

/** `<genesys-webchat>` as a component. Its `ref` is the element, which has the methods and the bus. */
export const GenesysWebchat = createComponent({
  react: React,
  tagName: 'genesys-webchat',
  elementClass: GenesysWebchatElement,
  events: listeners(),
  displayName: 'GenesysWebchat',
}) as Component;

/** The event of each listener; where service and window both have one, it is the service's. */
function listeners(): Record<string, string> {
  const events = [...names.WebChat.events, ...names.WebChatService.events];
  return Object.fromEntries(events.map((name) => [`on${name.charAt(0).toUpperCase()}${name.slice(1)}`, name]));
}

/** The tag in JSX, as React 19 binds it: options by their properties or attributes, listeners by `on` and the event's name. */
type GenesysWebchatTag = GenesysWebchatOptions & {
  [Name in keyof GenesysWebchatEventMap as `on${Name}`]?: ((event: GenesysWebchatEventMap[Name]) => void) | undefined;
} & Omit<HTMLAttributes<GenesysWebchatElement>, keyof GenesysWebchatOptions | 'onerror'> &
  RefAttributes<GenesysWebchatElement>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- it is React's own
  namespace JSX {
    interface IntrinsicElements {
      'genesys-webchat': GenesysWebchatTag;
    }
  }
}
