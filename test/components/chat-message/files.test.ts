import { expect } from '@open-wc/testing';
import type { ChatTranscript } from '../../../components/chat-transcript/chat-transcript.js';
import { Announcement } from '../../../components/internal/announcement.js';
import type { FileLimits } from '../../../src/model/file-limits.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, ann, findPart, focused, part, parts, settled, textOf } from '../../support/chat-fixture.js';
import { comes, share, transcriptOf, transfer } from './transcript-fixture.js';

const dot = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

describe('files in the conversation', () => {
  let chat: FakeChat;
  let element: ChatTranscript;
  let downloads: unknown[];

  const limits = (used: number): void => {
    const counted: Partial<FileLimits> = { downloadAttempts: 10, usedDownloadAttempts: used };
    chat.answer('WebChatService.getFileLimits', () => counted);
  };
  const buttons = (): (string | null)[] => parts(element, 'file-button').map(({ ariaLabel }) => ariaLabel);
  const press = async (label: string): Promise<void> => {
    const button = parts(element, 'file-button').find(({ ariaLabel }) => ariaLabel === label);
    button?.focus();
    button?.click();
    await settled(element);
  };

  beforeEach(async () => {
    chat = new FakeChat();
    chat.start();
    downloads = [];
    limits(0);
    chat.answer('WebChatService.downloadFile', (options) => {
      downloads.push(options);
      return new Blob([dot], { type: 'text/html' });
    });
    element = await transcriptOf(chat);
  });

  it('shows the name until the rest is loaded, then type and size and how to get it', async () => {
    share(chat, 'guide.pdf', { 'file-size': '1234567', 'file-type': 'application/pdf' });
    await settled(element);
    expect(textOf(part(element, 'bubble'))).to.equal('guide.pdf');
    await comes(element, () => findPart(element, 'file-name'));
    expect(textOf(part(element, 'file-name'))).to.equal('guide.pdf');
    expect(textOf(part(element, 'file-details'))).to.equal('PDF · 1.2 MB');
    expect(buttons()).to.deep.equal(['Download guide.pdf']);
    expect(downloads).to.deep.equal([]);
  });

  it('shows what little a server tells', async () => {
    share(chat, 'notes');
    await comes(element, () => findPart(element, 'file-name'));
    expect(textOf(part(element, 'file-details'))).to.equal('');
  });

  it('is downloaded by the command, and again when that failed', async () => {
    share(chat, 'guide.pdf');
    await comes(element, () => findPart(element, 'file-button'));
    chat.answer('WebChatService.downloadFile', () => Promise.reject(new Error('gone')));
    await press('Download guide.pdf');
    await comes(element, () => textOf(part(element, 'file-details')).startsWith('The file could not be downloaded'));
    chat.answer('WebChatService.downloadFile', () => new Blob());
    await press('Download guide.pdf');
    await comes(element, () => textOf(part(element, 'file-details')) === 'PDF');
    const asked = chat.ran.filter(({ name }) => name === 'WebChatService.downloadFile').map(({ options }) => options);
    const options = { fileId: 'id-guide.pdf', fileName: 'guide.pdf' };
    expect(asked).to.deep.equal([options, options]);
  });

  it('cannot be downloaded after the chat', async () => {
    share(chat, 'guide.pdf');
    await comes(element, () => findPart(element, 'file-button'));
    chat.stores.phase.set('ended');
    await settled(element);
    expect(buttons()).to.deep.equal([]);
  });

  it('says that a file has been taken back', async () => {
    const { userData = {}, from } = share(chat, 'guide.pdf');
    await comes(element, () => findPart(element, 'file-button'));
    chat.add({ type: 'FileDeleted', from, userData });
    await comes(element, () => textOf(part(element, 'file-details')) === 'This file has been removed.');
    expect(buttons()).to.deep.equal([]);
    expect(parts(element, 'message')).to.have.length(1);
  });

  it('takes characters out of a name that turn it around', async () => {
    share(chat, 'photo\u202Egpj.exe');
    await comes(element, () => findPart(element, 'file-name'));
    expect(part(element, 'file-name').textContent).to.equal('photogpj.exe');
    expect(textOf(part(element, 'file-details'))).to.equal('EXE');
  });

  it('reads in the direction of the chat, whatever that of its name', async () => {
    element.dir = 'rtl';
    share(chat, 'guide.pdf');
    await comes(element, () => findPart(element, 'file-button'));
    const [name, button] = ['file-name', 'file-button'].map((each) => part(element, each).getBoundingClientRect());
    expect(button?.right).to.be.at.most(name?.left ?? 0);
    expect(getComputedStyle(part(element, 'file-details')).direction).to.equal('rtl');
  });

  describe('pictures', () => {
    const image = (): HTMLImageElement | undefined => findPart(element, 'file-image') as HTMLImageElement | undefined;

    it('are fetched without being saved, and shown as what their name says', async () => {
      share(chat, 'lamp.png');
      await comes(element, image);
      expect(downloads).to.deep.equal([{ fileId: 'id-lamp.png', save: false }]);
      expect(image()?.alt).to.equal('Preview of lamp.png');
      const blob = await (await fetch(image()?.src ?? '')).blob();
      expect(blob.type).to.equal('image/png');
    });

    it('keep their place while they come', async () => {
      share(chat, 'lamp.png');
      await comes(element, () => findPart(element, 'file'));
      const before = part(element, 'bubble').getBoundingClientRect().height;
      await comes(element, image);
      expect(part(element, 'bubble').getBoundingClientRect().height).to.equal(before);
    });

    it('are given back when they go', async () => {
      share(chat, 'lamp.png');
      await comes(element, image);
      const address = image()?.src ?? '';
      element.remove();
      const gone = await fetch(address).then(
        () => false,
        () => true,
      );
      expect(gone).to.equal(true);
    });

    for (const [what, name, data] of [
      ['drawn by code', 'lamp.svg', { 'file-type': 'image/svg+xml' }],
      ['of another type than its name', 'lamp.png', { 'file-type': 'text/html' }],
      ['of too many bytes', 'lamp.png', { 'file-size': '5000001', 'file-type': 'image/png' }],
    ] as const) {
      it(`are not those ${what}`, async () => {
        share(chat, name, data);
        share(chat, 'other.png');
        await comes(element, image);
        expect(downloads).to.deep.equal([{ fileId: 'id-other.png', save: false }]);
        expect(parts(element, 'file-image')).to.have.length(1);
      });
    }

    it('leave the last downloads to the visitor where they are counted', async () => {
      limits(5);
      share(chat, 'lamp.png');
      await comes(element, () => findPart(element, 'file'));
      await comes(element, () => part(element, 'file').querySelector('.image')?.hasAttribute('hidden'));
      expect(downloads).to.deep.equal([]);
    });
  });

  describe('of the visitor', () => {
    it('stand at the end while they are sent, and can be given up', async () => {
      chat.say('Please send a photo');
      transfer(chat, 'lamp.txt', 'uploading', { loaded: 250 });
      await comes(element, () => findPart(element, 'file-details'));
      expect(textOf(part(element, 'file-details'))).to.equal('Sending 25%');
      expect(part(element, 'bubble-own')).to.equal(parts(element, 'bubble').at(-1));
      await press('Cancel file transfer');
      expect(chat.ran.at(-1)).to.deep.equal({
        name: 'WebChatService.cancelFile',
        options: { id: 'transfer-lamp.txt' },
      });
      expect(focused()).to.equal(part(element, 'log'));
    });

    it('are sent again, or forgotten, when they failed', async () => {
      const file = transfer(chat, 'lamp.txt', 'failed');
      await comes(element, () => findPart(element, 'file-details'));
      expect(textOf(part(element, 'file-details'))).to.equal('The file could not be sent. Please try again.');
      await press('Retry file transfer');
      expect(chat.ran.at(-1)).to.deep.equal({ name: 'WebChatService.sendFile', options: { files: file } });
      await press('Dismiss file transfer error');
      expect(chat.ran.at(-1)?.name).to.equal('WebChatService.cancelFile');
    });

    it('can only be dismissed after the chat', async () => {
      transfer(chat, 'lamp.txt', 'cancelled');
      chat.stores.phase.set('ended');
      await comes(element, () => findPart(element, 'file-details'));
      expect(textOf(part(element, 'file-details'))).to.equal('Cancelled');
      expect(buttons()).to.deep.equal(['Dismiss file transfer error']);
    });

    it('stand once when the server has them, with a picture that need not be fetched', async () => {
      transfer(chat, 'lamp.png', 'sent', { fileId: 'id-lamp.png' });
      await comes(element, () => findPart(element, 'file-image'));
      chat.add({
        type: 'FileUploaded',
        from: { participantId: 1, nickname: 'Jane', type: 'Client' },
        userData: { 'file-id': 'id-lamp.png', 'file-name': 'lamp.png' },
      });
      await settled(element);
      expect(parts(element, 'bubble')).to.have.length(1);
      await comes(element, () => findPart(element, 'file-image'));
      expect(downloads).to.deep.equal([]);
    });

    it('are told of when they are through, failed or given up', async () => {
      const told: string[] = [];
      element.addEventListener('genesys-chat-announce', (event) => {
        if (event instanceof Announcement) told.push(event.text);
      });
      for (const name of ['one.txt', 'two.txt', 'three.txt']) transfer(chat, name, 'uploading');
      await comes(element, () => parts(element, 'file').length === 3);
      transfer(chat, 'one.txt', 'sent');
      transfer(chat, 'two.txt', 'failed');
      await settled(element);
      await press('Cancel file transfer');
      expect(told).to.deep.equal(['You sent one.txt', 'The file could not be sent. Please try again.', 'Cancelled']);
    });

    it('bring the visitor to the end, where they can be seen', async () => {
      for (let index = 0; index < 40; index += 1) chat.say(`Message ${String(index)}`, ann);
      await settled(element);
      const log = part(element, 'log');
      transfer(chat, 'one.txt', 'uploading');
      await comes(element, () => findPart(element, 'file'));
      log.scrollTop = 0;
      await comes(element, () => log.scrollTop === 0);
      transfer(chat, 'two.txt', 'uploading');
      await comes(element, () => log.scrollHeight - log.scrollTop - log.clientHeight < 2);
    });
  });

  it('passes axe in the light and in the dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      chat.stores.messages.set([]);
      chat.stores.files.set([]);
      element.remove();
      element = await transcriptOf(chat, theme);
      share(chat, 'guide.pdf', { 'file-size': '1234567' });
      share(chat, 'lamp.png');
      transfer(chat, 'lamp.txt', 'failed');
      transfer(chat, 'other.txt', 'uploading', { loaded: 300 });
      await comes(element, () => findPart(element, 'file-image'));
      await expectAccessible(element);
    }
  });
});
