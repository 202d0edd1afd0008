import { expect } from '@open-wc/testing';
import { systemClock, type Clock } from '../../src/platform/clock.js';
import type { Platform } from '../../src/platform/platform.js';
import { names, type SessionData, type WebChatServiceCommands } from '../../src/plugins/names.js';
import { describe as wordsFor } from '../../src/session/read-options.js';
import { failuresOf, reasonOf } from '../bus/harness.js';
import { MemoryStorage } from '../support/memory-storage.js';
import {
  ServiceFixture,
  serviceWithServer,
  startedConversation,
  type Conversation,
} from '../support/service-fixture.js';

type Command = keyof WebChatServiceCommands;

const noSession = 'There is no active chat session';

/** Options that each command takes gladly, given a session. */
const goodOptions: Partial<Record<Command, object>> = {
  sendMessage: { message: 'Hello' },
  sendFilteredMessage: { message: 'Hello', regex: /Hello/ },
  sendCustomNotice: { message: '{"page":"cart"}' },
  resendMessage: { id: 'own-1' },
  discardMessage: { id: 'own-1' },
  sendFile: { files: new File(['Hello'], 'hello.txt') },
  cancelFile: { id: 'file-1' },
  downloadFile: { fileId: 'F1', save: false },
};

/** The commands that begin a conversation, or prepare for one. */
const needNoSession: readonly Command[] = [
  'startChat',
  'restore',
  'configure',
  'updateUserData',
  'addPrefilter',
  'registerPreProcessor',
  'registerTypingPreviewInput',
  'resetPollExceptions',
  'verifySession',
];

/** The commands that tell of a conversation when it is over, too. */
const workAfterwards: readonly Command[] = ['getTranscript', 'getStats', 'discardMessage'];

const needSession = names.WebChatService.commands.filter((name) => !needNoSession.includes(name));

/** Calls a command, and gives what it is rejected with. */
function refusal(chat: ServiceFixture, name: Command): Promise<unknown> {
  return reasonOf(chat.command(name, goodOptions[name]));
}

/** What a command resolves with, also where the tables say that it is nothing. */
function resultOf(answer: Promise<unknown>): Promise<unknown> {
  return answer;
}

describe('commands of WebChatService', () => {
  describe('without a session', () => {
    for (const name of needSession) {
      it(`${name} rejects before the first chat`, async () => {
        const chat = serviceWithServer();
        expect(await refusal(chat, name)).to.equal(noSession);
        expect(chat.names).to.deep.equal(['ready']);
        expect(await chat.server.chats()).to.deep.equal([]);
      });
    }

    for (const name of needSession.filter((each) => !workAfterwards.includes(each))) {
      it(`${name} rejects after the end of a chat`, async () => {
        const chat = await startedConversation();
        await chat.command('endChat');
        chat.forget();
        expect(await refusal(chat, name)).to.equal(noSession);
        expect(chat.names).to.deep.equal([]);
      });
    }

    for (const name of needSession) {
      it(`${name} rejects while the first chat is being started`, async () => {
        const chat = serviceWithServer();
        const started = chat.command('startChat', { nickname: 'Ada' });
        expect(await refusal(chat, name)).to.equal(noSession);
        await started;
      });
    }
  });

  it('that do not exist are rejected with a text that names them', async () => {
    const chat = serviceWithServer();
    const reason = await reasonOf(chat.bus.command('WebChatService.sendPigeon'));
    expect(reason).to.equal('Unknown command: WebChatService.sendPigeon');
  });

  describe('endChat', () => {
    it('resolves with the answer, and the server knows', async () => {
      const chat = await startedConversation();
      expect(await chat.command('endChat')).to.include({ statusCode: 0, chatId: chat.chatId, chatEnded: true });
      expect((await chat.server.chat(chat.chatId)).state).to.equal('ended');
      expect(chat.service.stores.phase.get()).to.equal('ended');
    });

    it('rejects with the failure when the server does not do it, and the chat goes on', async () => {
      const chat = await startedConversation();
      await chat.server.setFaults({ statusCode: 503 });
      const reason = await refusal(chat, 'endChat');
      expect(reason).to.include({ status: 503, operation: 'disconnect' });
      expect(chat.all('error')).to.deep.equal([reason]);
      await chat.server.mend();
      expect(await chat.command('sendMessage', { message: 'Still here' })).to.include({ statusCode: 0 });
    });
  });

  describe('sendMessage', () => {
    it('resolves with the answer, and the server has the text as it was written', async () => {
      const chat = await startedConversation();
      const text = '  <b>ü & 😀</b>\nsecond line ';
      const answer = await chat.command('sendMessage', { message: text });
      expect(answer).to.include({ statusCode: 0, chatId: chat.chatId });
      expect(await chat.server.visitorTexts()).to.deep.equal([text]);
      expect((await chat.command('getTranscript')).messages.at(-1)).to.include({ text, status: 'sent' });
    });

    for (const options of [undefined, {}, { message: '' }, { message: ' \n' }, { message: 7 }, { text: 'Hello' }]) {
      it(`rejects ${JSON.stringify(options)} as no text`, async () => {
        const chat = await startedConversation();
        expect(await reasonOf(chat.command('sendMessage', options))).to.equal('No message text provided');
        expect(await chat.server.visitorTexts()).to.deep.equal([]);
      });
    }

    it('rejects a text that is longer than maxMessageLength with {code: 204, text}, and sends nothing', async () => {
      const chat = await startedConversation({ webchat: { maxMessageLength: 5 } });
      expect(await reasonOf(chat.command('sendMessage', { message: 'x'.repeat(6) }))).to.deep.equal({
        code: 204,
        text: 'message takes at most 5 characters (maxMessageLength), but got 6',
      });
      expect(chat.names).to.deep.equal([]);
      await chat.command('sendMessage', { message: 'x'.repeat(5) });
      expect(await chat.server.visitorTexts()).to.deep.equal(['xxxxx']);
      await chat.command('configure', { maxMessageLength: 6 });
      await chat.command('sendMessage', { message: 'x'.repeat(6) });
    });

    it('rejects with the answer that refuses it', async () => {
      const chat = await startedConversation({ webchat: { maxMessageLength: 10_000 } });
      const reason = await reasonOf(chat.command('sendMessage', { message: 'x'.repeat(5000) }));
      expect(reason).to.deep.include({ status: 200, statusCode: 2, operation: 'send' });
      expect((reason as { errors: object[] }).errors[0]).to.include({ code: 204 });
      expect(chat.all('error')).to.deep.equal([reason]);
    });
  });

  describe('resendMessage and discardMessage', () => {
    /** A conversation with a message that the server has refused. */
    async function withFailedMessage(): Promise<{ readonly chat: Conversation; readonly id: string | undefined }> {
      const chat = await startedConversation();
      await chat.server.setFaults({ statusCode: 2 });
      await reasonOf(chat.command('sendMessage', { message: 'Hello' }));
      await chat.server.mend();
      return { chat, id: chat.service.stores.messages.get().at(-1)?.id };
    }

    it('resendMessage sends a failed message again, and resolves with the answer', async () => {
      const { chat, id } = await withFailedMessage();
      expect(await chat.command('resendMessage', { id })).to.include({ statusCode: 0, chatId: chat.chatId });
      expect(await chat.server.visitorTexts()).to.deep.equal(['Hello']);
      const statuses = chat.all('messageStatus').map(({ status }) => status);
      expect(statuses).to.deep.equal(['sending', 'failed', 'sending', 'sent']);
    });

    it('resendMessage rejects with the answer that refuses it again', async () => {
      const { chat, id } = await withFailedMessage();
      await chat.server.setFaults({ statusCode: 2 });
      const reason = await reasonOf(chat.command('resendMessage', { id }));
      expect(reason).to.include({ statusCode: 2, operation: 'send' });
      expect(chat.service.stores.messages.get().at(-1)).to.include({ id, status: 'failed' });
    });

    it('discardMessage forgets a failed message, also after the end of the chat', async () => {
      for (const isEnded of [false, true]) {
        const { chat, id } = await withFailedMessage();
        if (isEnded) await chat.command('endChat');
        expect(await resultOf(chat.command('discardMessage', { id }))).to.equal(undefined);
        expect(chat.service.stores.messages.get().map(({ text }) => text)).to.deep.equal(['']);
        expect(await chat.server.visitorTexts()).to.deep.equal([]);
      }
    });

    for (const name of ['resendMessage', 'discardMessage'] as const) {
      for (const id of ['own-1', '', 7, null, {}]) {
        it(`${name} rejects ${JSON.stringify(id)} as the id of no failed message`, async () => {
          const { chat } = await withFailedMessage();
          const sentence = `id takes the id of a failed message, but got ${wordsFor(id)}`;
          expect(await reasonOf(chat.command(name, { id }))).to.equal(sentence);
        });
      }
    }
  });

  describe('sendCustomNotice', () => {
    it('resolves with the answer, and the server has the notice', async () => {
      const chat = await startedConversation();
      const message = '{"page":"cart"}';
      expect(await chat.command('sendCustomNotice', { message })).to.include({ statusCode: 0, chatId: chat.chatId });
      const last = (await chat.server.chat(chat.chatId)).transcript.at(-1);
      expect(last).to.deep.include({ type: 'CustomNotice', text: message });
    });

    for (const options of [undefined, {}, { message: '' }, { message: { page: 'cart' } }]) {
      it(`rejects ${JSON.stringify(options)} as no text`, async () => {
        const chat = await startedConversation();
        expect(await reasonOf(chat.command('sendCustomNotice', options))).to.equal('No message text provided');
      });
    }

    it('rejects with the failed answer', async () => {
      const chat = await startedConversation();
      const reason = await reasonOf(chat.command('sendCustomNotice', { message: 'x'.repeat(5000) }));
      expect(reason).to.deep.include({ status: 200, statusCode: 2, operation: 'customNotice' });
      expect(chat.all('error')).to.deep.equal([reason]);
    });
  });

  describe('updateUserData', () => {
    it('during a chat resolves with the answer, and the server has the data as text', async () => {
      const chat = await startedConversation({ webchat: { attachPageData: false, userData: { plan: 'gold' } } });
      const answer = await chat.command('updateUserData', { items: 3, cart: { id: 17 }, none: null });
      expect(answer).to.include({ statusCode: 0, chatId: chat.chatId });
      const { userData } = await chat.server.chat(chat.chatId);
      expect(userData).to.deep.equal({ plan: 'gold', items: '3', cart: '{"id":17}' });
    });

    it('rejects what cannot be sent, in a chat or without one', async () => {
      for (const chat of [serviceWithServer(), await startedConversation()]) {
        for (const value of [() => 'gold', Symbol('gold')]) {
          const reason = await reasonOf(chat.command('updateUserData', { plan: value }));
          expect(reason).to.equal('malformed data object provided in userData property');
        }
      }
    });

    it('rejects with the failed answer', async () => {
      const chat = await startedConversation();
      await chat.server.setFaults({ statusCode: 503 });
      const reason = await reasonOf(chat.command('updateUserData', { plan: 'gold' }));
      expect(reason).to.include({ status: 503, operation: 'updateData' });
      expect(chat.all('error')).to.deep.equal([reason]);
    });
  });

  describe('configure', () => {
    it('takes a configuration over what there is, and resolves with nothing', async () => {
      const { server } = serviceWithServer();
      const chat = new ServiceFixture({ webchat: { userData: { plan: 'gold' } } });
      const webchat = { dataURL: server.dataURL, attachPageData: false };
      expect(await resultOf(chat.command('configure', webchat))).to.equal(undefined);
      const { chatId = '' } = await chat.command('startChat', { nickname: 'Ada' });
      expect((await server.chat(chatId)).userData).to.deep.equal({ plan: 'gold' });
    });

    it('adds to what was configured before, over which it wins', async () => {
      const { server } = serviceWithServer();
      const chat = new ServiceFixture({ webchat: { attachPageData: true } });
      await chat.command('configure', { dataURL: server.dataURL, userData: { plan: 'silver' } });
      await chat.command('configure', { attachPageData: false, userData: { plan: 'gold' } });
      const { chatId = '' } = await chat.command('startChat', { nickname: 'Ada' });
      expect((await server.chat(chatId)).userData).to.deep.equal({ plan: 'gold' });
    });

    for (const options of [undefined, {}]) {
      it(`rejects ${JSON.stringify(options)} as none`, async () => {
        const chat = await startedConversation();
        expect(await reasonOf(chat.command('configure', options))).to.equal('Invalid configuration');
        await chat.command('poll');
      });
    }

    it('says on the console which value is no good, what it got and what it takes, and uses the others', async () => {
      const { server } = serviceWithServer();
      const chat = new ServiceFixture();
      await chat.command('configure', { dataURL: server.dataURL, ajaxTimeout: 'soon' });
      const sentence = /^configure: ajaxTimeout takes a whole number of milliseconds, .*, but got "soon"/;
      expect(chat.complaints.filter((complaint) => sentence.test(complaint))).to.have.lengthOf(1);
      await chat.command('startChat', { nickname: 'Ada' });
    });
  });

  describe('sendTyping', () => {
    it('resolves with the answer of a sign, and with nothing when one went out a moment ago', async () => {
      const chat = await startedConversation();
      expect(await chat.command('sendTyping')).to.include({ statusCode: 0, chatId: chat.chatId });
      expect(await chat.command('sendTyping')).to.equal(undefined);
    });

    it('rejects with the failed answer', async () => {
      const chat = await startedConversation();
      await chat.server.setFaults({ statusCode: 503 });
      expect(await reasonOf(chat.command('sendTyping'))).to.include({ status: 503, operation: 'startTyping' });
    });
  });

  it('sendTyping lets the server know', async () => {
    const chat = await startedConversation();
    await chat.command('sendTyping', { message: 'Hel' });
    const [visitor] = (await chat.server.chat(chat.chatId)).participants;
    expect(visitor).to.include({ typing: true, typingText: 'Hel' });
  });

  it('poll resolves with the news as the server sent them', async () => {
    const chat = await startedConversation();
    await chat.server.join();
    const answer = await chat.command('poll');
    expect(answer).to.include({ statusCode: 0, chatId: chat.chatId, chatEnded: false });
    expect(answer.messages).to.deep.equal((await chat.server.chat(chat.chatId)).transcript.slice(1));
  });

  it('poll rejects while one is running, which goes on', async () => {
    const chat = await startedConversation();
    const first = chat.command('poll');
    expect(await reasonOf(chat.command('poll'))).to.equal('A poll is already running');
    expect(await first).to.include({ statusCode: 0 });
    expect(await chat.command('poll')).to.include({ statusCode: 0 });
  });

  it('poll rejects with the failed answer', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ statusCode: 503 });
    const reason = await refusal(chat, 'poll');
    expect(reason).to.include({ status: 503, operation: 'refresh' });
    expect(chat.all('error')).to.deep.equal([reason]);
  });

  it('resetPollExceptions resolves with nothing, with a chat or without', async () => {
    for (const chat of [serviceWithServer(), await startedConversation()]) {
      expect(await resultOf(chat.command('resetPollExceptions'))).to.equal(undefined);
    }
  });

  it('startPoll and stopPoll resolve with nothing, as often as they are called', async () => {
    const chat = await startedConversation();
    const answers: unknown[] = [];
    for (const name of ['startPoll', 'startPoll', 'stopPoll', 'stopPoll']) {
      answers.push(await chat.bus.command(`WebChatService.${name}`));
    }
    expect(answers).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(chat.names).to.deep.equal(['pollingStarted', 'pollingStopped']);
  });

  describe('getTranscript', () => {
    it('resolves with {messages, originalMessages}, without signs of typing', async () => {
      const chat = await startedConversation();
      const agent = await chat.server.join();
      await agent.startTyping();
      await agent.write('Hello');
      await chat.command('sendMessage', { message: 'Hi' });

      const transcript = await chat.command('getTranscript');
      expect(transcript).to.have.all.keys('messages', 'originalMessages');
      expect(transcript.messages.map(({ type, text }) => `${type} ${text}`.trim())).to.deep.equal([
        'ParticipantJoined',
        'ParticipantJoined',
        'Message Hello',
        'Message Hi',
      ]);
      const atServer = (await chat.server.chat(chat.chatId)).transcript;
      expect(transcript.originalMessages).to.deep.equal(atServer.filter(({ type }) => type !== 'TypingStarted'));
    });

    it('works after the end of the chat until the next one, even when its start fails', async () => {
      const chat = await startedConversation();
      await chat.command('sendMessage', { message: 'of the first' });
      await chat.command('endChat');
      const ended = await chat.command('getTranscript');
      expect(ended.messages.at(-1)).to.include({ text: 'of the first' });

      await reasonOf(chat.command('startChat', {}));
      expect(await chat.command('getTranscript')).to.deep.equal(ended);

      await chat.command('startChat', { nickname: 'Ada' });
      expect((await chat.command('getTranscript')).messages).to.have.lengthOf(1);
    });
  });

  describe('getStats', () => {
    it('resolves with {agents, startTime, endTime, duration} while the chat runs', async () => {
      const before = Date.now();
      const chat = await startedConversation();
      await chat.server.join();
      await chat.command('poll');
      const stats = await chat.command('getStats');
      expect(stats).to.have.all.keys('agents', 'startTime', 'endTime', 'duration');
      expect(stats.agents).to.deep.equal((await chat.command('getAgents')).agents);
      expect(stats.startTime).to.be.within(before, Date.now());
      expect(stats.endTime).to.equal(0);
      expect(stats.duration).to.be.within(0, Date.now() - stats.startTime);
    });

    it('stands still after the end of the chat, until the next one', async () => {
      const chat = await startedConversation();
      const agent = await chat.server.join();
      await agent.end();
      await chat.command('poll');
      const stats = await chat.command('getStats');
      expect(stats.endTime).to.be.within(stats.startTime, Date.now());
      expect(stats.duration).to.equal(stats.endTime - stats.startTime);
      expect(stats.agents[2]).to.include({ name: 'Bob', connected: false });
      expect(await chat.command('getStats')).to.deep.equal(stats);

      await chat.command('startChat', { nickname: 'Ada' });
      expect(await chat.command('getStats')).to.deep.include({ agents: {}, endTime: 0 });
    });
  });

  describe('verifySession', () => {
    it('resolves with {sessionActive}: whether a chat runs', async () => {
      const chat = serviceWithServer();
      expect(await chat.command('verifySession')).to.deep.equal({ sessionActive: false });
      expect(await chat.server.chats()).to.deep.equal([]);
      await chat.command('startChat', { nickname: 'Ada' });
      expect(await chat.command('verifySession')).to.deep.equal({ sessionActive: true });
      await chat.command('endChat');
      expect(await chat.command('verifySession')).to.deep.equal({ sessionActive: false });
    });

    it('learns from the server that the agent has ended the chat', async () => {
      const chat = await startedConversation();
      const agent = await chat.server.join();
      await agent.end();
      expect(await chat.command('verifySession')).to.deep.equal({ sessionActive: false });
      expect(chat.names).to.include('ended');
    });

    it('learns from the server that it no longer has the chat', async () => {
      const chat = await startedConversation();
      await chat.server.setFaults({ statusCode: 404 });
      expect(await chat.command('verifySession')).to.deep.equal({ sessionActive: false });
    });

    it('rejects with the failed answer when the server cannot be asked', async () => {
      const chat = await startedConversation();
      await chat.server.setFaults({ offline: true });
      expect(await refusal(chat, 'verifySession')).to.include({ status: 0, operation: 'refresh' });
    });
  });

  describe('restore', () => {
    /** A conversation, and a page that knows nothing of it; `next` is there before the chat is. */
    async function withNextPage(platform: Partial<Platform> = {}, nextPlatform: Partial<Platform> = {}) {
      const { server } = serviceWithServer();
      const next = new ServiceFixture({ webchat: { dataURL: server.dataURL }, platform: nextPlatform });
      await next.nextEvent('ready');
      const chat = new ServiceFixture({ webchat: { dataURL: server.dataURL }, platform });
      await chat.command('startChat', { nickname: 'Ada' });
      await chat.command('sendMessage', { message: 'Hello' });
      const sessionData = await chat.command('getSessionData');
      chat.dispose();
      return { server, next, sessionData };
    }

    for (const [what, form] of [
      ['an object', (data: SessionData) => data],
      ['JSON text', (data: SessionData) => JSON.stringify(data)],
    ] as const) {
      it(`goes on with the chat of sessionData, as ${what}`, async () => {
        const { server, next, sessionData } = await withNextPage();
        expect(await resultOf(next.command('restore', { sessionData: form(sessionData) }))).to.equal(undefined);
        const { messages } = await next.command('getTranscript');
        expect(messages.map(({ text }) => text)).to.deep.equal(['', 'Hello']);
        await next.command('sendMessage', { message: 'I am back' });
        expect(await server.visitorTexts()).to.deep.equal(['Hello', 'I am back']);
      });
    }

    it('goes on with the chat that a page of the site has kept', async () => {
      const storage = new MemoryStorage();
      const { next, sessionData } = await withNextPage({ storage }, { storage });
      await next.command('restore');
      expect(next.all('restored')).to.deep.equal([{ async: false }]);
      expect(await next.command('getSessionData')).to.deep.equal(sessionData);
    });

    it('rejects while a chat runs, which goes on', async () => {
      const chat = await startedConversation();
      expect(await refusal(chat, 'restore')).to.equal('There is already an active chat session');
      await chat.command('poll');
    });

    it('rejects when there is none to go on with', async () => {
      const chat = serviceWithServer();
      for (const options of [undefined, {}, { sessionData: '' }, { sessionData: null }]) {
        expect(await reasonOf(chat.command('restore', options))).to.equal('There is no chat session to restore');
      }
      expect(chat.names).to.deep.equal(['ready']);
    });

    it('rejects a chat that the visitor was away from for longer than restoreTimeout, and forgets it', async () => {
      const storage = new MemoryStorage();
      const later: Clock = { ...systemClock, now: () => Date.now() + 60_001 };
      const { next } = await withNextPage({ storage }, { storage, clock: later });
      expect(await refusal(next, 'restore')).to.equal('The chat session is too old to be restored');
      expect(next.names).to.deep.equal(['ready', 'restoreTimeout']);
      expect(storage.keys()).to.deep.equal([]);
      expect(await refusal(next, 'restore')).to.equal('There is no chat session to restore');
    });

    it('rejects a chat that the server does not have', async () => {
      const { next, sessionData } = await withNextPage();
      const wrong = { ...sessionData, secureKey: 'another' };
      const reason = await reasonOf(next.command('restore', { sessionData: wrong }));
      expect(reason).to.equal('The chat session could not be restored');
      expect(next.names).to.include('restoreFailed');
      expect(next.service.stores.phase.get()).to.equal('idle');
      await next.command('startChat', { nickname: 'Ada' });
    });

    for (const sessionData of ['{', '{}', 7, [], { chatId: 'A' }, { chatId: '', secureKey: 'B' }]) {
      it(`rejects ${JSON.stringify(sessionData)} as what is no session data`, async () => {
        const chat = serviceWithServer();
        const reason = await reasonOf(chat.command('restore', { sessionData }));
        expect(reason).to.equal('The chat session could not be restored');
        expect(chat.names).to.deep.equal(['ready', 'restoreFailed']);
      });
    }
  });

  it('getAgents resolves with everyone who is or was there but the visitor, by participant id', async () => {
    const chat = await startedConversation();
    const bob = await chat.server.join();
    await chat.server.join({ nickname: 'Sue', type: 'Supervisor' });
    await bob.leave();
    await chat.command('poll');

    const { transcript } = await chat.server.chat(chat.chatId);
    const [, bobJoined, sueJoined, bobLeft] = transcript.map(({ utcTime }) => utcTime);
    expect(await chat.command('getAgents')).to.deep.equal({
      agents: {
        2: {
          ...{ name: 'Bob', type: 'Agent', supervisor: false },
          ...{ connected: false, connectedTime: bobJoined, disconnectedTime: bobLeft },
        },
        3: {
          ...{ name: 'Sue', type: 'Supervisor', supervisor: true },
          ...{ connected: true, connectedTime: sueJoined, disconnectedTime: 0 },
        },
      },
    });
  });

  it('getSessionData resolves with {chatId, sessionID, secureKey, userId, alias}, which open the chat', async () => {
    const chat = await startedConversation();
    const data = await chat.command('getSessionData');
    expect(data).to.have.all.keys('chatId', 'sessionID', 'secureKey', 'userId', 'alias');
    expect(data.sessionID).to.equal(data.chatId);

    const { secureKey, userId = '', alias = '' } = data;
    const response = await fetch(`${chat.server.dataURL}/${data.chatId}/refresh`, {
      method: 'POST',
      body: new URLSearchParams({ secureKey, userId, alias }),
    });
    expect(response.status).to.equal(200);
  });

  it('may be called without looking at the outcome', async () => {
    const chat = serviceWithServer();
    const unhandled: unknown[] = [];
    const onUnhandled = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      unhandled.push(event.reason);
    };
    addEventListener('unhandledrejection', onUnhandled);
    const failures = await failuresOf(async () => {
      for (const name of needSession) void chat.command(name, goodOptions[name]);
      await refusal(chat, 'poll');
    });
    removeEventListener('unhandledrejection', onUnhandled);
    expect([...unhandled, ...failures]).to.deep.equal([]);
  });
});
