import { createElement, type JSX } from 'react';
import type { ChatMessage } from '../../components/genesys-webchat/index.js';
import { GenesysWebchat, type GenesysWebchatElement } from '../../components/react/index.js';

/** The component takes options and listeners, each of its own type, and what every element takes. */
export function component(): unknown {
  return createElement(GenesysWebchat, {
    dataUrl: '/genesys/2/chat/sales',
    theme: 'dark',
    mask: true,
    config: { webchat: { maxMessageLength: 100 } },
    id: 'sales',
    className: 'chat',
    lang: 'fr',
    ref: (element: GenesysWebchatElement | null) => void element?.open(),
    onMessageReceived: ({ detail }) => detail.messages.map((message: ChatMessage) => message.text),
    onOpened: ({ detail }) => detail.opened,
    onError: ({ detail }) => detail.status,
    onClick: (event) => event.clientX,
  });
}

export function mistakes(): unknown[] {
  return [
    // @ts-expect-error -- it takes the name of a theme
    createElement(GenesysWebchat, { theme: 1 }),
    // @ts-expect-error -- a listener is a function
    createElement(GenesysWebchat, { onMessageReceived: 'listener' }),
    // @ts-expect-error -- messages came, not one
    createElement(GenesysWebchat, { onMessageReceived: ({ detail }) => detail.message }),
    // @ts-expect-error -- there is no such option
    createElement(GenesysWebchat, { dataURL: '/chat' }),
  ];
}

/** The bare tag in JSX: properties, and listeners by `on` and the event's own name. */
export const tag: JSX.IntrinsicElements['genesys-webchat'] = {
  dataUrl: '/genesys/2/chat/sales',
  onmessageReceived: ({ detail }) => detail.messages,
  'onWebChat.opened': ({ detail }) => detail.opened,
  onClick: (event) => event.clientX,
};

export const wrongTag: JSX.IntrinsicElements['genesys-webchat'] = {
  // @ts-expect-error -- it takes a number
  maxMessageLength: '100',
};
