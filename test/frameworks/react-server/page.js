import { GenesysWebchat } from 'genesys-webchat/react';
import { createElement, Fragment, useState } from 'react';

/** What the server renders and the browser takes over: the component, and a tag as JSX makes it. */
export function Page() {
  const [log, setLog] = useState([]);
  return createElement(
    Fragment,
    null,
    createElement(
      'ul',
      null,
      log.map((line) => createElement('li', { key: line }, line)),
    ),
    createElement(GenesysWebchat, {
      id: 'component',
      className: 'chat',
      lang: 'fr',
      dataUrl: '/genesys/2/chat/component',
      userData: { plan: 'gold' },
      onOpened: () => setLog((before) => [...before, 'component']),
    }),
    createElement('genesys-webchat', {
      id: 'tag',
      lang: 'de',
      'data-url': '/genesys/2/chat/tag',
      'chat-button-enabled': 'false',
      onopened: () => setLog((before) => [...before, 'tag']),
    }),
  );
}
