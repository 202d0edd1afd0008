import { expect, waitUntil } from '@open-wc/testing';
import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import type { Agent } from '../support/agent.js';
import { chatElement } from '../support/chat-element.js';
import { findPart, part, parts, textOf } from '../support/chat-fixture.js';
import type { LocalServerSide } from '../support/local-server-side.js';
import { replace } from '../support/replace.js';

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('files between visitor and agent', () => {
  let element: GenesysWebchat;
  let server: LocalServerSide;
  let agent: Agent;

  beforeEach(async () => {
    ({ element, server } = await chatElement());
    await element.startChat({ nickname: 'Ada' });
    agent = await server.join();
  });

  const comes = (holds: () => unknown): Promise<void> => waitUntil(holds, 'it did not come', { timeout: 8000 });

  it('shows the agent’s picture and document, and fetches the document when it is wanted', async () => {
    const fileId = await agent.share('lamp.png', 'image/png', dot);
    await comes(() => findPart(element, 'file-image'));
    await agent.share('guide.pdf', 'application/pdf', btoa('a guide'));
    await comes(() => parts(element, 'file').length === 2);
    expect(parts(element, 'file-details').map(textOf)).to.deep.equal(['PNG · 70 bytes', 'PDF · 7 bytes']);
    expect(fileId).to.be.a('string');

    const asked: unknown[] = [];
    const plugin = element.registerPlugin('Watcher');
    if (plugin) {
      plugin.before('WebChatService.downloadFile', (options) => {
        asked.push(options);
        return { ...options, save: false };
      });
    }
    parts(element, 'file-button').at(-1)?.click();
    await comes(() => asked.length === 1);
    expect(asked[0]).to.include({ fileName: 'guide.pdf' });
  });

  it('counts the agent’s file as unread, says it, and counts none of the visitor’s own', async () => {
    await element.minimize(true);
    await element.command('WebChatService.sendFile', { files: new File(['x'], 'own.txt') });
    await agent.share('guide.pdf', 'application/pdf', btoa('a guide'));
    await comes(() => findPart(element, 'launcher-badge'));
    expect(textOf(part(element, 'launcher-badge'))).to.include('1');
    await element.minimize(false);
    await agent.share('other.pdf', 'application/pdf', btoa('another'));
    await comes(() => element.shadowRoot && announced(element).includes('Bob has sent: other.pdf'));
  });

  it('shows the visitor’s own once, on its way and when the server has it', async () => {
    await element.command('WebChatService.sendFile', { files: new File(['x'], 'own.txt') });
    await comes(() => findPart(element, 'file-name'));
    await server.chats();
    await comes(() => findPart(element, 'meta'));
    expect(parts(element, 'file-name').map(textOf)).to.deep.equal(['own.txt']);
    expect(parts(element, 'bubble-own')).to.have.length(1);
  });

  it('says that the visitor’s own broke off on its way, and sends it again when that is wanted', async () => {
    let breakOff = (): unknown => undefined;
    const restore = replace(XMLHttpRequest.prototype, 'send', function (this: XMLHttpRequest) {
      this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: 1, total: 2 }));
      breakOff = () => this.dispatchEvent(new ProgressEvent('loadend'));
    });
    element.command('WebChatService.sendFile', { files: new File(['x'], 'own.txt') }).catch(() => undefined);
    await comes(() => textOf(findPart(element, 'file-details')) === 'Sending 100%');
    breakOff();
    await comes(() => textOf(findPart(element, 'file-details')).startsWith('The file could not be sent'));
    await comes(() => announced(element).includes('The file could not be sent'));
    restore();
    const retry = parts(element, 'file-button').find(({ ariaLabel }) => ariaLabel === 'Retry file transfer');
    retry?.focus();
    retry?.click();
    await comes(() => announced(element).includes('You sent own.txt'));
    await comes(() => parts(element, 'file-button').some(({ ariaLabel }) => ariaLabel === 'Download own.txt'));
    expect(parts(element, 'bubble-own')).to.have.length(1);
  });
});

/** What the window's live region says. */
function announced(element: GenesysWebchat): string {
  const window = element.shadowRoot?.querySelector('genesys-chat-window');
  return window?.shadowRoot?.querySelector('[aria-live="polite"]')?.textContent ?? '';
}
