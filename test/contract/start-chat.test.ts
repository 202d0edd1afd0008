import { expect } from '@open-wc/testing';
import type { ChatView } from '../../demo/local-server/index.js';
import { reasonOf } from '../bus/harness.js';
import {
  ServiceFixture,
  serviceWithServer,
  startedConversation,
  type ServiceSetup,
} from '../support/service-fixture.js';

const malformed = 'malformed data object provided in userData property';

/** The chat as the server has it, after a start with these options. */
async function startedWith(options: object, setup: ServiceSetup = {}): Promise<ChatView> {
  const chat = serviceWithServer(setup);
  const { chatId = '' } = await chat.command('startChat', options);
  return chat.server.chat(chatId);
}

/** A configuration that attaches no page data. */
const plain = { webchat: { attachPageData: false } };

function cyclic(): object {
  const holder: Record<string, unknown> = {};
  holder['self'] = holder;
  return holder;
}

describe('startChat', () => {
  describe('the visitor', () => {
    const form = { firstname: 'Ada', lastname: 'Lovelace', email: 'ada@example.org', subject: 'Lamps' };

    for (const [how, options] of [
      ['directly', form],
      ['in a form', { form }],
    ] as const) {
      it(`is named by fields given ${how}`, async () => {
        const chat = await startedWith(options, plain);
        expect(chat).to.include({ nickname: 'Ada Lovelace', subject: 'Lamps', emailAddress: 'ada@example.org' });
        expect(chat.userData).to.deep.equal({});
      });
    }

    it('is named by the form where both say something', async () => {
      const chat = await startedWith({ nickname: 'direct', subject: 'direct', form: { nickname: 'Ada' } });
      expect(chat).to.include({ nickname: 'Ada', subject: 'direct' });
    });

    it('may say something with the start, which is in the transcript once', async () => {
      const chat = serviceWithServer();
      await chat.command('startChat', { nickname: 'Ada', message: 'My lamp is dark' });
      expect(await chat.server.visitorTexts()).to.deep.equal(['My lamp is dark']);
      expect(chat.service.stores.messages.get().map(({ text }) => text)).to.deep.equal(['', 'My lamp is dark']);
    });
  });

  describe('attached data', () => {
    it('is the userData, each value as text', async () => {
      const userData = { plan: 'gold', items: 3, vip: true, cart: { id: [1, 2] }, none: null, missing: undefined };
      const chat = await startedWith({ nickname: 'Ada', userData }, plain);
      expect(chat.userData).to.deep.equal({ plan: 'gold', items: '3', vip: 'true', cart: '{"id":[1,2]}' });
    });

    it('is whatever a form holds beyond the known fields, but not what steers the window', async () => {
      const form = { nickname: 'Ada', orderNumber: '17', autoSubmit: true };
      expect((await startedWith({ form }, plain)).userData).to.deep.equal({ orderNumber: '17' });
    });

    it('is the configured userData too, under that of the form, under that of the command', async () => {
      const configured = { webchat: { attachPageData: false, userData: { a: 'config', b: 'config', c: 'config' } } };
      const options = { form: { nickname: 'Ada', b: 'form', c: 'form' }, userData: { c: 'command' } };
      expect((await startedWith(options, configured)).userData).to.deep.equal({ a: 'config', b: 'form', c: 'command' });
    });

    it('tells time zone, page and language', async () => {
      const chat = await startedWith({ nickname: 'Ada' }, { main: { lang: 'de' } });
      expect(chat.userData).to.deep.equal({
        TimeZone: String(-new Date().getTimezoneOffset()),
        _genesys_url: `${location.origin}${location.pathname}`,
        GCTI_LanguageCode: 'de',
      });
    });

    it('tells nothing of the page when attachPageData is false', async () => {
      expect((await startedWith({ nickname: 'Ada' }, plain)).userData).to.deep.equal({});
    });

    it('names the endpoint that is configured', async () => {
      const chat = await startedWith(
        { nickname: 'Ada' },
        { webchat: { attachPageData: false, endpoint: 'Environment:default' } },
      );
      expect(chat.userData).to.deep.equal({ endpoint: 'Environment:default' });
    });

    it('asks for an asynchronous chat where that is configured, unless the command says no', async () => {
      const asynchronous = { webchat: { attachPageData: false, async: { enabled: true } } };
      const yes = await startedWith({ nickname: 'Ada' }, asynchronous);
      expect(yes.userData).to.deep.equal({ GCTI_Chat_AsyncMode: 'true' });
      expect((await startedWith({ nickname: 'Ada', async: false }, asynchronous)).userData).to.deep.equal({});
      expect((await startedWith({ nickname: 'Ada', async: true }, plain)).userData).to.deep.equal({});
    });

    describe('by updateUserData before the chat', () => {
      it('goes with the next start, and with no other', async () => {
        const chat = serviceWithServer(plain);
        expect(await chat.command('updateUserData', { plan: 'silver', items: 3 })).to.equal(undefined);
        await chat.command('updateUserData', { plan: 'gold' });
        expect(await chat.server.chats()).to.deep.equal([]);

        const { chatId: first = '' } = await chat.command('startChat', { nickname: 'Ada' });
        expect((await chat.server.chat(first)).userData).to.deep.equal({ plan: 'gold', items: '3' });
        await chat.command('endChat');
        const { chatId: second = '' } = await chat.command('startChat', { nickname: 'Ada' });
        expect((await chat.server.chat(second)).userData).to.deep.equal({});
      });

      it('is over what is configured, and under what the start says', async () => {
        const chat = serviceWithServer({ webchat: { attachPageData: false, userData: { a: 'config', b: 'config' } } });
        await chat.command('updateUserData', { b: 'update', c: 'update' });
        const { chatId = '' } = await chat.command('startChat', { nickname: 'Ada', userData: { c: 'start' } });
        expect((await chat.server.chat(chatId)).userData).to.deep.equal({ a: 'config', b: 'update', c: 'start' });
      });

      it('is kept when the start fails', async () => {
        const chat = serviceWithServer(plain);
        await chat.command('updateUserData', { plan: 'gold' });
        await reasonOf(chat.command('startChat', {}));
        const { chatId = '' } = await chat.command('startChat', { nickname: 'Ada' });
        expect((await chat.server.chat(chatId)).userData).to.deep.equal({ plan: 'gold' });
      });
    });

    for (const [what, userData] of [
      ['an array', ['gold']],
      ['a text', '{"plan":"gold"}'],
      ['a function', () => 'gold'],
      ['an object with a function', { plan: () => 'gold' }],
      ['an object with a symbol', { plan: Symbol('gold') }],
      ['an object that holds itself', { plan: cyclic() }],
    ] as const) {
      it(`cannot be ${what}`, async () => {
        const chat = serviceWithServer();
        expect(await reasonOf(chat.command('startChat', { nickname: 'Ada', userData }))).to.equal(malformed);
        expect(chat.service.stores.phase.get()).to.equal('idle');
        expect(await chat.server.chats()).to.deep.equal([]);
        await chat.command('startChat', { nickname: 'Ada' });
      });
    }
  });

  describe('what its requests go out with', () => {
    async function requestWith(setup: ServiceSetup): Promise<RequestInit | undefined> {
      let request: RequestInit | undefined;
      const spy: typeof fetch = (input, init) => {
        request = init;
        return fetch(input, init);
      };
      const chat = serviceWithServer({ ...setup, platform: { fetch: spy } });
      await chat.command('startChat', { nickname: 'Ada' });
      return request;
    }

    async function headersWith(setup: ServiceSetup): Promise<Headers> {
      return new Headers((await requestWith(setup))?.headers);
    }

    it('are the cookies of another origin where xhrFields says so, and only there', async () => {
      const webchat = { xhrFields: { withCredentials: true } };
      expect((await requestWith({ webchat }))?.credentials).to.equal('include');
      expect((await requestWith({}))?.credentials).to.equal('same-origin');
    });

    it('is the apikey', async () => {
      expect((await headersWith({ webchat: { apikey: 'k-1' } })).get('apikey')).to.equal('k-1');
    });

    it('are the headers of the main configuration where enableCustomHeader says so', async () => {
      const main = { header: { 'X-Site': 'lamps' } };
      const headers = await headersWith({ main, webchat: { enableCustomHeader: true } });
      expect(headers.get('X-Site')).to.equal('lamps');
      expect((await headersWith({ main })).has('X-Site')).to.equal(false);
    });
  });

  describe('a second time', () => {
    it('rejects while a chat runs, which goes on', async () => {
      const chat = await startedConversation();
      const reason = await reasonOf(chat.command('startChat', { nickname: 'Eve' }));
      expect(reason).to.equal('There is already an active chat session');
      expect(chat.names).to.deep.equal([]);
      expect(await chat.server.chats()).to.have.lengthOf(1);
      await chat.command('poll');
    });

    it('rejects while the first is under way, which succeeds', async () => {
      const chat = serviceWithServer();
      const [first, second] = [chat.command('startChat', { nickname: 'Ada' }), chat.command('startChat', {})];
      expect(await reasonOf(second)).to.equal('There is already an active chat session');
      expect(await first).to.include({ statusCode: 0 });
      expect(await chat.server.chats()).to.have.lengthOf(1);
      expect(chat.all('started')).to.have.lengthOf(1);
    });

    it('succeeds after the end of the first', async () => {
      const chat = await startedConversation();
      await chat.command('endChat');
      const { chatId } = await chat.command('startChat', { nickname: 'Ada' });
      expect(chatId).not.to.equal(chat.chatId);
      expect((await chat.command('getSessionData')).chatId).to.equal(chatId);
      expect(chat.all('started')).to.have.lengthOf(1);
    });

    it('succeeds within a subscriber to ended', async () => {
      const chat = await startedConversation();
      chat.bus.subscribe('WebChatService.ended', () => void chat.command('startChat', { nickname: 'Ada' }));
      await chat.command('endChat');
      await chat.nextEvent('started');
      await chat.nextEvent('pollingStarted');
      expect(chat.names).to.deep.equal([
        'clientDisconnected',
        'ended',
        'started',
        'messageReceived',
        'clientConnected',
        'pollingStarted',
      ]);
    });
  });

  describe('when it fails', () => {
    it('without a dataURL says what to set', async () => {
      const service = new ServiceFixture();
      const reason = await reasonOf(service.command('startChat', { nickname: 'Ada' }));
      expect(reason).to.match(/^No chat service is configured: set dataURL/);
      expect(service.service.stores.phase.get()).to.equal('idle');
    });

    for (const [what, webchat, type] of [
      ['a transport that is not built', { transport: { type: 'web-messaging' } }, 'web-messaging'],
      ['the old name of another transport', { transport: { type: 'purecloud-v2-sockets' } }, 'purecloud-v2-sockets'],
      ['CometD', { cometD: { enabled: true, cometURL: 'https://host/genesys/cometd' } }, 'cometD'],
    ] as const) {
      it(`because ${what} is configured says what is supported, and asks no server`, async () => {
        const chat = serviceWithServer({ webchat });
        const reason = await reasonOf(chat.command('startChat', { nickname: 'Ada' }));
        expect(reason).to.match(new RegExp(`^The transport ${type} is not supported; supported are gms-rest`));
        expect(chat.service.stores.phase.get()).to.equal('idle');
        expect(chat.names).to.deep.equal(['ready']);
        expect(await chat.server.chats()).to.deep.equal([]);
      });
    }

    for (const transport of [{ type: 'gms-rest' }, {}]) {
      it(`does not fail because transport is ${JSON.stringify(transport)}`, async () => {
        const webchat = { transport, cometD: { enabled: false } };
        expect(await startedWith({ nickname: 'Ada' }, { webchat })).to.include({ nickname: 'Ada' });
      });
    }

    for (const [what, options, code] of [
      ['no name', {}, 161],
      ['no last name', { firstname: 'Ada' }, 103],
      ['no e-mail address', { nickname: 'Ada', email: 'nowhere' }, 364],
    ] as const) {
      it(`for ${what} rejects with the server's error ${String(code)}`, async () => {
        const chat = serviceWithServer();
        const reason = await reasonOf(chat.command('startChat', options));
        expect(reason).to.deep.include({ status: 200, statusCode: 2, operation: 'start' });
        expect((reason as { errors: object[] }).errors[0]).to.include({ code });
        expect(chat.names).to.deep.equal(['ready', 'error']);
      });
    }

    for (const [what, faults, expected] of [
      ['cannot be reached', { offline: true }, { status: 0 }],
      ['is overloaded', { statusCode: 503 }, { status: 503, statusCode: 1 }],
      ['is forbidden', { statusCode: 403 }, { status: 403, statusCode: 2 }],
      ['is a page that asks to log in', { statusCode: 200 }, { status: 200 }],
    ] as const) {
      it(`because the server ${what} rejects, tells one error, and may be repeated`, async () => {
        const chat = serviceWithServer();
        await chat.server.setFaults(faults);
        for (const attempt of [1, 2]) {
          const reason = await reasonOf(chat.command('startChat', { nickname: 'Ada' }));
          expect(reason).to.include({ ...expected, operation: 'start' });
          expect(chat.all('error')).to.have.lengthOf(attempt);
          expect(chat.all('error').at(-1)).to.deep.equal(reason);
        }
        await chat.server.mend();
        await chat.command('startChat', { nickname: 'Ada' });
        const told = chat.names.filter((name) => ['ready', 'error', 'started'].includes(name));
        expect(told).to.deep.equal(['ready', 'error', 'error', 'started']);
      });
    }

    it('because no answer comes rejects after ajaxTimeout', async () => {
      const chat = serviceWithServer({ webchat: { ajaxTimeout: 50 } });
      await chat.server.setFaults({ lostAnswerRate: 1 });
      const reason = await reasonOf(chat.command('startChat', { nickname: 'Ada' }));
      expect(reason).to.include({ status: 0, operation: 'start' });
      expect(chat.all('error')).to.deep.equal([reason]);
    });

    it('because dataURL is the address of a page rejects with what came', async () => {
      const chat = new ServiceFixture({ webchat: { dataURL: '/' } });
      const reason = await reasonOf(chat.command('startChat', { nickname: 'Ada' }));
      expect(reason).to.include({ operation: 'start' });
      expect(reason).not.to.have.property('statusCode');
      expect(chat.all('error')).to.deep.equal([reason]);
    });
  });
});
