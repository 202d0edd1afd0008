import { expect } from '@open-wc/testing';
import type { Upload } from '../../src/platform/upload.js';
import { reasonOf } from '../bus/harness.js';
import { startedConversation, type Conversation } from '../support/service-fixture.js';

const statuses = ({ service }: Conversation): string[] =>
  service.stores.files.get().map(({ name, status }) => `${name} ${status}`);

/** An upload that the server refuses until it is mended. */
function brokenUpload(): { readonly upload: Upload; readonly mend: () => void } {
  let isBroken = true;
  return {
    upload: (url, init) =>
      isBroken ? Promise.resolve(new Response('{"statusCode":2,"errors":[]}')) : fetch(url, init),
    mend: () => {
      isBroken = false;
    },
  };
}

describe('the store of files', () => {
  it('has the files that this page sends, with their bytes and how far they are', async () => {
    const chat = await startedConversation();
    const file = new File(['Hello'], 'hello.txt');
    await chat.command('sendFile', { files: file });
    const [kept] = chat.service.stores.files.get();
    expect(kept).to.include({ name: 'hello.txt', size: 5, status: 'sent', loaded: 5 });
    expect(kept?.file).to.equal(file);
    expect(kept?.fileId).to.be.a('string');
  });

  it('has another attempt in the place of the one that failed', async () => {
    const { upload, mend } = brokenUpload();
    const chat = await startedConversation({ platform: { upload } });
    const file = new File(['Hello'], 'hello.txt');
    await reasonOf(chat.command('sendFile', { files: file }));
    expect(statuses(chat)).to.deep.equal(['hello.txt failed']);
    mend();
    await chat.command('sendFile', { files: file });
    expect(statuses(chat)).to.deep.equal(['hello.txt sent']);
  });

  it('forgets what failed or was given up when cancelFile says so', async () => {
    const { upload } = brokenUpload();
    const chat = await startedConversation({ platform: { upload } });
    await reasonOf(chat.command('sendFile', { files: ['one.txt', 'two.txt'].map((name) => new File(['x'], name)) }));
    expect(statuses(chat)).to.deep.equal(['one.txt failed', 'two.txt cancelled']);
    const told = chat.all('fileStatus').length;
    for (const { id } of chat.service.stores.files.get()) await chat.command('cancelFile', { id });
    expect(statuses(chat)).to.deep.equal([]);
    expect(chat.all('fileStatus')).to.have.length(told);
  });

  it('has nothing of a file that is given up on its way', async () => {
    const upload: Upload = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new TypeError('given up'));
        });
      });
    const chat = await startedConversation({ platform: { upload } });
    const sent = reasonOf(chat.command('sendFile', { files: new File(['x'], 'one.txt') }));
    const { id } = await chat.nextEvent('fileStatus');
    await chat.command('cancelFile', { id });
    await sent;
    expect(statuses(chat)).to.deep.equal([]);
  });

  it('is empty when the next chat starts', async () => {
    const chat = await startedConversation();
    await chat.command('sendFile', { files: new File(['Hello'], 'hello.txt') });
    await chat.command('endChat');
    expect(statuses(chat)).to.deep.equal(['hello.txt sent']);
    await chat.command('startChat', { nickname: 'Ada' });
    expect(statuses(chat)).to.deep.equal([]);
  });
});
