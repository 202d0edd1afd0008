import { expect } from '@open-wc/testing';
import { names, type WebChatServiceCommands } from '../../src/plugins/names.js';
import { failuresOf, reasonOf } from '../bus/harness.js';
import { serviceWithServer, startedConversation, type ServiceFixture } from '../support/service-fixture.js';

type Command = keyof WebChatServiceCommands;

const noSession = 'There is no active chat session';

/** Options that each command takes gladly, given a session. */
const goodOptions: Partial<Record<Command, object>> = {
  sendMessage: { message: 'Hello' },
  resendMessage: { id: 'own-1' },
  discardMessage: { id: 'own-1' },
};

/** All commands but the one that needs no session. */
const needSession = names.WebChatService.commands.filter(
  (name) => name !== 'startChat' && name !== 'resetPollExceptions',
);

/** Calls a command, and gives what it is rejected with. */
function refusal(chat: ServiceFixture, name: Command): Promise<unknown> {
  return reasonOf(chat.command(name, goodOptions[name]));
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

    for (const name of needSession.filter((each) => !['getTranscript', 'discardMessage'].includes(each))) {
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

    it('rejects with the answer that refuses it', async () => {
      const chat = await startedConversation();
      const reason = await reasonOf(chat.command('sendMessage', { message: 'x'.repeat(5000) }));
      expect(reason).to.deep.include({ status: 200, statusCode: 2, operation: 'send' });
      expect((reason as { errors: object[] }).errors[0]).to.include({ code: 204 });
      expect(chat.all('error')).to.deep.equal([reason]);
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
