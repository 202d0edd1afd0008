import { expect } from '@open-wc/testing';
import { names } from '../../../src/plugins/names.js';
import { failuresOf, reasonOf, settled } from '../../bus/harness.js';
import { held, noNetwork } from '../../support/scripted-server.js';
import { WindowFixture } from './window-fixture.js';

/** A page's own getter. */
function broken(): never {
  throw new Error('a mistake of the site');
}

describe('commands of WebChat', () => {
  describe('open', () => {
    it('opens, publishes opened, and is told by the data of the bus', async () => {
      const window = await WindowFixture.ready();
      expect(window.bus.data('WebChat.open')).to.equal(false);
      await window.bus.command('WebChat.open');
      expect(window.state).to.equal('open');
      expect(window.names).to.deep.equal(['opened']);
      expect(window.bus.data('WebChat.open')).to.equal(true);
    });

    it('rejects when the window is open already', async () => {
      const window = await WindowFixture.ready();
      await window.bus.command('WebChat.open');
      expect(await reasonOf(window.bus.command('WebChat.open'))).to.equal('already opened');
      expect(window.names).to.deep.equal(['opened']);
    });

    it('brings a minimized window back, which is no opening', async () => {
      const window = await WindowFixture.ready();
      await window.bus.command('WebChat.open');
      await window.bus.command('WebChat.minimize');
      await window.bus.command('WebChat.open');
      expect(window.state).to.equal('open');
      expect(window.names).to.deep.equal(['opened', 'minimized', 'unminimized']);
    });

    for (const [what, options] of [
      ['an option', Object.defineProperty({}, 'form', { enumerable: true, get: broken })],
      ['a value of the form', { form: Object.defineProperty({}, 'nickname', { enumerable: true, get: broken }) }],
      ['a value of userData', { userData: Object.defineProperty({}, 'plan', { enumerable: true, get: broken }) }],
    ] as const) {
      it(`and minimize reject ${what} that throws when it is read, with a sentence, and nothing else happens`, async () => {
        const window = await WindowFixture.ready();
        const failures = await failuresOf(async () => {
          for (const name of ['open', 'minimize'] as const) {
            const reason = await reasonOf(window.bus.command(`WebChat.${name}`, options));
            expect(reason).to.equal('form and userData take objects whose values can be read');
          }
        });
        expect(failures).to.deep.equal([]);
        expect(window.state).to.equal('closed');
      });
    }

    it('opens behind the launcher when it is told to', async () => {
      const window = await WindowFixture.ready();
      await window.bus.command('WebChat.open', { minimized: true });
      expect(window.state).to.equal('minimized');
      expect(window.names).to.deep.equal(['opened', 'minimized']);
    });

    it('keeps form and userData for the start, as copies', async () => {
      const window = await WindowFixture.ready();
      const [form, userData] = [{ nickname: 'Ada' }, { plan: 'gold' }];
      await window.bus.command('WebChat.open', { form, userData });
      form.nickname = 'changed';
      expect(window.chat.window.window.get()).to.deep.include({
        form: { nickname: 'Ada' },
        userData: { plan: 'gold' },
      });
    });
  });

  describe('minimize', () => {
    it('toggles', async () => {
      const window = await WindowFixture.ready();
      await window.bus.command('WebChat.open');
      await window.bus.command('WebChat.minimize');
      expect(window.state).to.equal('minimized');
      await window.bus.command('WebChat.minimize');
      expect(window.state).to.equal('open');
      expect(window.names).to.deep.equal(['opened', 'minimized', 'unminimized']);
    });

    it('forces a state, and does nothing when it is so already', async () => {
      const window = await WindowFixture.ready();
      await window.bus.command('WebChat.open');
      for (const minimized of [true, true, false, false]) await window.bus.command('WebChat.minimize', { minimized });
      expect(window.names).to.deep.equal(['opened', 'minimized', 'unminimized']);
    });

    it('rejects when the window is not open', async () => {
      const window = await WindowFixture.ready();
      expect(await reasonOf(window.bus.command('WebChat.minimize'))).to.equal('not open');
    });

    it('keeps the chat', async () => {
      const window = await WindowFixture.chatting();
      await window.bus.command('WebChat.minimize');
      expect(window.phase).to.equal('active');
    });
  });

  describe('close', () => {
    it('closes a window without a chat', async () => {
      const window = await WindowFixture.ready();
      await window.bus.command('WebChat.open');
      await window.bus.command('WebChat.close');
      expect(window.state).to.equal('closed');
      expect(window.names).to.deep.equal(['opened', 'cancelled', 'closed']);
      expect(window.bus.data('WebChat.open')).to.equal(false);
    });

    it('rejects when the window is closed already', async () => {
      const window = await WindowFixture.ready();
      expect(await reasonOf(window.bus.command('WebChat.close'))).to.equal('already closed');
    });

    it('ends the chat first, by the command that extensions can intercept', async () => {
      const window = await WindowFixture.chatting();
      const seen: string[] = [];
      window.bus.before('WebChatService.endChat', () => void seen.push('endChat'));
      window.bus.subscribe('WebChatService.ended', () => void seen.push('ended'));
      window.bus.subscribe('WebChat.closed', () => void seen.push('closed'));
      await window.bus.command('WebChat.close');
      expect(seen).to.deep.equal(['endChat', 'ended', 'closed']);
      expect(window.server.hasEnded).to.equal(true);
    });

    it('closes a minimized window too', async () => {
      const window = await WindowFixture.chatting();
      await window.bus.command('WebChat.minimize');
      await window.bus.command('WebChat.close');
      expect(window.state).to.equal('closed');
      await window.bus.command('WebChat.open');
      expect(window.state).to.equal('open');
    });

    it('closes although the server cannot be told', async () => {
      const window = await WindowFixture.chatting();
      window.server.plan('disconnect', noNetwork);
      await window.bus.command('WebChat.close');
      expect(window.state).to.equal('closed');
      expect(window.phase).to.equal('active');
    });

    it('leaves an asynchronous chat going, to which the window comes back', async () => {
      const window = await WindowFixture.chatting({ isAsync: true });
      await window.bus.command('WebChat.close');
      expect([window.state, window.phase]).to.deep.equal(['closed', 'active']);
      expect(window.names).to.deep.equal(['closed']);
      expect(window.server.count('disconnect')).to.equal(0);
      await window.agentWrites('Are you there?');
      expect(window.unread).to.equal(1);
      await window.bus.command('WebChat.open');
      expect([window.state, window.unread]).to.deep.equal(['open', 0]);
    });

    it('ends a chat that WebChat.open has said is not to be asynchronous', async () => {
      const window = await WindowFixture.ready({ isAsync: true });
      await window.bus.command('WebChat.open', { async: false });
      await window.bus.command('WebChat.startChat', { nickname: 'Ada' });
      await window.bus.command('WebChat.close');
      expect(window.server.hasEnded).to.equal(true);
    });

    it('called twice at once closes once', async () => {
      const window = await WindowFixture.chatting();
      await Promise.allSettled([window.bus.command('WebChat.close'), window.bus.command('WebChat.close')]);
      expect(window.names).to.deep.equal(['completed', 'closed']);
      expect(window.server.count('disconnect')).to.equal(1);
    });

    it('while the chat is being started ends that chat, and the window stays closed', async () => {
      const window = await WindowFixture.ready();
      const slow = held();
      window.server.plan('start', slow.fate);
      await window.bus.command('WebChat.open');
      const started = window.bus.command('WebChatService.startChat', { nickname: 'Ada' });
      await slow.reached;
      const closed = window.bus.command('WebChat.close');
      slow.release();
      await Promise.all([started, closed]);
      await window.clock.tick(0);
      expect(window.state).to.equal('closed');
      expect(window.phase).to.equal('ended');
      expect(window.server.hasEnded).to.equal(true);
    });
  });

  describe('endChat', () => {
    it('ends the chat and leaves the window open', async () => {
      const window = await WindowFixture.chatting();
      await window.bus.command('WebChat.endChat');
      expect(window.phase).to.equal('ended');
      expect(window.state).to.equal('open');
    });

    it('rejects without a chat', async () => {
      const window = await WindowFixture.ready();
      expect(await reasonOf(window.bus.command('WebChat.endChat'))).to.equal('There is no active chat session');
    });

    it("rejects with the service's reason", async () => {
      const window = await WindowFixture.chatting();
      window.server.plan('disconnect', noNetwork);
      expect(await reasonOf(window.bus.command('WebChat.endChat'))).to.include({ operation: 'disconnect', status: 0 });
    });
  });

  describe('before', () => {
    for (const name of names.WebChat.commands) {
      it(`can cancel ${name}`, async () => {
        const window = await WindowFixture.chatting();
        if (name === 'open') await window.bus.command('WebChat.close');
        const state = [window.state, window.phase];
        window.names.length = 0;
        const plugin = window.bus.registerPlugin('Guard');
        if (plugin) plugin.before(`WebChat.${name}`, () => false);
        expect(await reasonOf(window.bus.command(`WebChat.${name}`))).to.equal('Command was cancelled by Guard');
        expect([window.state, window.phase]).to.deep.equal(state);
        expect(window.names).to.deep.equal([]);
      });
    }

    it('can change what open and minimize get', async () => {
      const window = await WindowFixture.ready();
      window.bus.before('WebChat.open', (options) => ({ ...options, userData: { plan: 'gold' } }));
      window.bus.before('WebChat.minimize', () => ({ minimized: false }));
      await window.bus.command('WebChat.open');
      await window.bus.command('WebChat.minimize');
      expect(window.state).to.equal('open');
      expect(window.chat.window.window.get().userData).to.deep.equal({ plan: 'gold' });
    });
  });

  it('wait until the window says that it is ready', async () => {
    const window = await WindowFixture.made();
    let isOpen = false;
    const opened = window.bus.command('WebChat.open').then(() => {
      isOpen = true;
    });
    await settled();
    expect(isOpen).to.equal(false);
    window.chat.window.ready();
    await opened;
  });

  it('and the events are declared on the bus; ready is kept for who subscribes later', async () => {
    const window = await WindowFixture.ready();
    const { commands, events } = names.WebChat;
    expect(window.bus.registry()['WebChat']).to.deep.equal({ commands, events });
    let isReady = false;
    window.bus.subscribe('WebChat.ready', () => {
      isReady = true;
    });
    expect(isReady).to.equal(true);
  });
});

describe('a chat that is started without the window', () => {
  it('opens it, by the command that extensions can intercept', async () => {
    const window = await WindowFixture.ready();
    let isAsked = false;
    window.bus.before('WebChat.open', () => {
      isAsked = true;
    });
    await window.bus.command('WebChatService.startChat', { nickname: 'Ada' });
    await window.clock.tick(0);
    expect(window.state).to.equal('open');
    expect(isAsked).to.equal(true);
  });

  it('opens nothing where the site shows no launcher either', async () => {
    const window = await WindowFixture.ready({ isLauncherShown: false });
    await window.bus.command('WebChatService.startChat', { nickname: 'Ada' });
    await window.clock.tick(0);
    expect(window.state).to.equal('closed');
  });

  it('leaves a window alone that is open or minimized', async () => {
    const window = await WindowFixture.ready();
    await window.bus.command('WebChat.open');
    await window.bus.command('WebChat.minimize');
    await window.bus.command('WebChatService.startChat', { nickname: 'Ada' });
    await window.clock.tick(0);
    expect(window.names).to.deep.equal(['opened', 'minimized', 'started']);
  });
});

describe('unread messages', () => {
  it('are those of the other side that came while the window was minimized', async () => {
    const window = await WindowFixture.chatting();
    await window.agentWrites('seen');
    expect(window.unread).to.equal(0);

    await window.bus.command('WebChat.minimize');
    await window.agentWrites('one');
    await window.agentWrites('two');
    expect(window.unread).to.equal(2);
  });

  it('are neither own messages nor signs of typing nor comings and goings', async () => {
    const window = await WindowFixture.chatting();
    await window.bus.command('WebChat.minimize');
    await window.bus.command('WebChatService.sendMessage', { message: 'mine' });
    for (const type of ['TypingStarted', 'TypingStopped', 'ParticipantLeft']) window.server.agentDoes(type);
    await window.bus.command('WebChatService.poll');
    expect(window.unread).to.equal(0);
  });

  it('are read when the window is shown again', async () => {
    const window = await WindowFixture.chatting();
    await window.bus.command('WebChat.minimize');
    await window.agentWrites('hello');
    await window.bus.command('WebChat.minimize', { minimized: false });
    expect(window.unread).to.equal(0);
  });

  it('count in a chat whose start named no participant', async () => {
    const window = await WindowFixture.ready({ isLauncherShown: false });
    window.server.hidesVisitor = true;
    await window.bus.command('WebChatService.startChat', { nickname: 'Ada' });
    await window.bus.command('WebChatService.sendMessage', { message: 'mine' });
    expect(window.unread).to.equal(0);
    await window.agentWrites('hello');
    expect(window.unread).to.equal(1);
  });
});

describe('the window on the next page', () => {
  it('stands where it stood', async () => {
    const first = await WindowFixture.chatting();
    const second = await first.goOn();
    expect([second.state, second.names]).to.deep.equal(['open', ['opened']]);
    await second.bus.command('WebChat.minimize');
    const third = await second.goOn();
    expect([third.state, third.names]).to.deep.equal(['minimized', ['opened', 'minimized']]);
  });

  it('that an interceptor refuses to open counts as closed here, and is asked for again on the page after', async () => {
    const first = await WindowFixture.chatting();
    const asked: unknown[] = [];
    const second = await first.goOn(({ bus }) => {
      const plugin = bus.registerPlugin('Guard');
      if (plugin) {
        plugin.before('WebChat.open', (options) => {
          asked.push(options);
          return false;
        });
      }
    });
    expect(asked).to.deep.equal([{ restoring: true, minimized: false }]);
    expect(second.state).to.equal('closed');
    expect(second.chat.service.stores.window.get()).to.equal('closed');
    await second.agentWrites('Unseen');
    expect(second.server.count('readReceipt')).to.equal(0);
    expect(second.unread).to.equal(1);
    expect((await second.goOn()).state).to.equal('open');
  });
});

describe('what is said while the visitor goes from one page to the next', () => {
  it('is unread in a window that stands minimized, and what was said before is not', async () => {
    const first = await WindowFixture.chatting();
    await first.agentWrites('seen');
    await first.bus.command('WebChat.minimize');
    await first.agentWrites('one');
    first.server.agentDoes('Message', 'two');
    first.server.visitorSays('mine, from elsewhere');
    first.server.agentDoes('Message', 'three');
    const second = await first.goOn();
    expect(second.unread).to.equal(3);
    expect((await second.goOn()).unread).to.equal(3);
  });

  it('is read in a window that stands open', async () => {
    const first = await WindowFixture.chatting();
    first.server.agentDoes('Message', 'one');
    const second = await first.goOn();
    expect([second.state, second.unread]).to.deep.equal(['open', 0]);
  });

  it('lets the closed window of an asynchronous chat come back, and what was said before does not', async () => {
    const first = await WindowFixture.chatting({ isAsync: true });
    await first.agentWrites('seen');
    await first.bus.command('WebChat.close');
    const second = await first.goOn();
    expect([second.state, second.unread]).to.deep.equal(['closed', 0]);
    first.server.agentDoes('Message', 'new');
    const third = await second.goOn();
    expect([third.state, third.unread]).to.deep.equal(['minimized', 1]);
  });
});
