import { fixture, html } from '@open-wc/testing';
import '../../components/genesys-webchat/index.js';
import type { GenesysWebchat, GenesysWebchatEventMap } from '../../components/genesys-webchat/index.js';
import { LocalServerSide } from './local-server-side.js';

/** A tag in the page with a local server of its own. */
export interface ChatElement {
  readonly element: GenesysWebchat;
  readonly server: LocalServerSide;
}

/** Puts a tag into the page that polls as fast as a test wants. It is gone after the test. */
export async function chatElement(): Promise<ChatElement> {
  const server = LocalServerSide.ofItsOwn();
  const element = await fixture<GenesysWebchat>(
    html`<genesys-webchat data-url=${server.dataURL} polling-live="20" polling-idle="20"></genesys-webchat>`,
  );
  await element.whenReady;
  return { element, server };
}

/** The next event of that name on the element. */
export function nextEvent<Name extends keyof GenesysWebchatEventMap>(
  element: GenesysWebchat,
  name: Name,
): Promise<GenesysWebchatEventMap[Name]> {
  return new Promise((resolve) => {
    element.addEventListener(name, resolve, { once: true });
  });
}
