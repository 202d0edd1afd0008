import { expect } from '@open-wc/testing';
import { reasonOf } from '../bus/harness.js';
import { fastPolling, startedConversation, type Conversation } from '../support/service-fixture.js';

/** The error of a poll that is told to fail. */
async function failedPoll(chat: Conversation): Promise<unknown> {
  return reasonOf(chat.command('poll'));
}

/** Waits for so many requests that fail from now on, while polling runs by itself. */
function countingFetch(): { readonly fetch: typeof fetch; readonly failed: (count: number) => Promise<void> } {
  let count = 0;
  const waiting = new Map<number, () => void>();
  return {
    fetch: async (...request) => {
      const response = await fetch(...request);
      if (!response.ok || response.headers.get('Content-Type') === 'text/html') {
        count += 1;
        waiting.get(count)?.();
      }
      return response;
    },
    failed: (wanted) =>
      new Promise((resolve) => {
        waiting.set(count + wanted, resolve);
      }),
  };
}

const noPause = { random: () => 0 };

describe('the error event', () => {
  it('comes for the first failed poll of an outage alone, and again for the next outage', async () => {
    const counting = countingFetch();
    const chat = await startedConversation({ webchat: fastPolling, platform: { fetch: counting.fetch, ...noPause } });
    await chat.server.setFaults({ statusCode: 500 });
    await chat.command('startPoll');
    await counting.failed(4);
    expect(chat.all('error')).to.have.lengthOf(1);
    expect(chat.all('error')[0]).to.include({ status: 500, operation: 'refresh' });

    await chat.server.mend();
    await chat.server.join();
    await chat.nextEvent('agentConnected');
    await chat.server.setFaults({ statusCode: 500 });
    await counting.failed(4);
    expect(chat.all('error')).to.have.lengthOf(2);
  });

  it('comes for every answer that cannot be read, and the transcript stays as it was', async () => {
    const counting = countingFetch();
    const chat = await startedConversation({ webchat: fastPolling, platform: { fetch: counting.fetch, ...noPause } });
    await chat.command('sendMessage', { message: 'Hello' });
    const before = await chat.command('getTranscript');
    await chat.server.setFaults({ statusCode: 200 });
    await chat.command('startPoll');
    await counting.failed(2);
    await chat.until(() => chat.all('error').length >= 2);
    for (const error of chat.all('error')) {
      expect(error).to.include({ status: 200, operation: 'refresh' });
      expect(error).not.to.have.property('statusCode');
    }
    expect(await chat.command('getTranscript')).to.deep.equal(before);
    expect(chat.service.stores.phase.get()).to.equal('active');

    await chat.server.mend();
    const agent = await chat.server.join();
    await agent.write('Here I am');
    await chat.until(() => chat.service.stores.messages.get().at(-1)?.text === 'Here I am');
  });

  it('comes for every refused answer', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ statusCode: 2 });
    const reasons = [await failedPoll(chat), await failedPoll(chat)];
    expect(chat.all('error')).to.deep.equal(reasons);
    expect(reasons[0]).to.include({ status: 200, statusCode: 2, operation: 'refresh' });
    expect(chat.service.stores.phase.get()).to.equal('active');
  });

  it('comes once for each failed command, in an outage too', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ offline: true });
    const reasons = [
      await failedPoll(chat),
      await failedPoll(chat),
      await reasonOf(chat.command('sendTyping')),
      await reasonOf(chat.command('endChat')),
    ];
    expect(chat.all('error')).to.deep.equal(reasons);
    expect(chat.all('error').map(({ operation }) => operation)).to.deep.equal([
      'refresh',
      'refresh',
      'startTyping',
      'disconnect',
    ]);
  });

  it('comes once for each failed command about files, in an outage too', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ offline: true });
    const files = [new File(['Hello'], 'hello.txt')];
    const reasons = [
      await reasonOf(chat.command('getFileLimits')),
      await reasonOf(chat.command('getFileLimits')),
      await reasonOf(chat.command('sendFile', { files })),
      await reasonOf(chat.command('downloadFile', { fileId: 'F1', save: false })),
    ];
    expect(chat.all('error')).to.deep.equal(reasons);
    expect(chat.names.filter((name) => name === 'disconnected')).to.have.lengthOf(1);
  });

  it('comes for a file that cannot be fetched, after what it says of the connection', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ offline: true });
    const unanswered = await reasonOf(chat.command('downloadFile', { fileId: 'F1', save: false }));
    expect(chat.names).to.deep.equal(['disconnected', 'error']);
    await chat.server.mend();
    const refused = await reasonOf(chat.command('downloadFile', { fileId: 'F1', save: false }));
    expect(chat.names).to.deep.equal(['disconnected', 'error', 'reconnected', 'error']);
    expect(chat.all('error')).to.deep.equal([unanswered, refused]);
  });

  it('comes once for each of two commands that fail at the same time', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ statusCode: 2 });
    const reasons = await Promise.all(
      ['one', 'two'].map((message) => reasonOf(chat.command('sendCustomNotice', { message }))),
    );
    expect(chat.all('error')).to.have.lengthOf(2);
    expect(chat.all('error')).to.have.deep.members(reasons);
  });

  it('does not come for a command that never asked the server', async () => {
    const chat = await startedConversation();
    await reasonOf(chat.command('sendMessage', { message: '' }));
    await reasonOf(chat.command('startChat', { nickname: 'Eve' }));
    await reasonOf(chat.command('resendMessage', { id: 'none' }));
    expect(chat.names).to.deep.equal([]);
  });
});

describe('a poll that the server refuses for good', () => {
  for (const statusCode of [400, 401, 403, 404, 410]) {
    it(`with HTTP ${String(statusCode)} ends the chat`, async () => {
      const chat = await startedConversation({ webchat: fastPolling });
      await chat.server.setFaults({ statusCode });
      await chat.command('startPoll');
      await chat.nextEvent('pollingStopped');
      expect(chat.names).to.deep.equal(['pollingStarted', 'error', 'clientDisconnected', 'ended', 'pollingStopped']);
      expect(chat.all('error')[0]).to.include({ status: statusCode, operation: 'refresh' });
      expect(await reasonOf(chat.command('poll'))).to.equal('There is no active chat session');
    });
  }

  for (const statusCode of [408, 429, 500, 503]) {
    it(`with HTTP ${String(statusCode)} does not`, async () => {
      const chat = await startedConversation();
      await chat.server.setFaults({ statusCode });
      expect(await failedPoll(chat)).to.include({ status: statusCode });
      expect(chat.names).to.deep.equal(['connectionPending', 'error']);
      await chat.server.mend();
      await chat.command('poll');
    });
  }
});

describe('a line that loses answers', () => {
  it('brings every message to the server exactly once, in order', async function () {
    // Long enough for an answer that comes, even on a machine with much else to do; each lost one is waited for.
    this.timeout(30_000);
    const webchat = { ...fastPolling, ajaxTimeout: 300 };
    const chat = await startedConversation({ webchat, platform: noPause });
    await chat.command('startPoll');
    await chat.server.setFaults({ seed: 7, lostAnswerRate: 0.3, errorRate: 0.2, duplicateRate: 0.3 });
    const texts = Array.from({ length: 12 }, (_, at) => `message ${String(at)}`);
    await Promise.all(texts.map((message) => chat.command('sendMessage', { message })));

    await chat.server.mend();
    expect(await chat.server.visitorTexts()).to.deep.equal(texts);
    await chat.until(() => chat.service.stores.messages.get().length === 1 + texts.length);
    const own = chat.service.stores.messages.get().slice(1);
    expect(own.map(({ text, status }) => `${text} ${String(status)}`)).to.deep.equal(
      texts.map((text) => `${text} sent`),
    );
    const received = chat.all('messageReceived').flatMap(({ messages }) => messages.map(({ text }) => text));
    expect(received).to.deep.equal(texts);
  });
});
