import { expect } from '@open-wc/testing';
import type { Bus } from '../../src/bus/index.js';
import { join, makeBus, offer, reasonOf, settled } from './harness.js';

/** The chat's two plugins, as far as sites use them. */
function startChatPlugins(bus: Bus): { opened: unknown[]; sent: unknown[] } {
  const [opened, sent]: [unknown[], unknown[]] = [[], []];
  const service = join(bus, 'WebChatService');
  service.registerEvents(['ready', 'started', 'ended', 'messageReceived']);
  service.registerCommand('sendMessage', ({ data, deferred }) => {
    const { message } = data as { message?: string };
    if (!message) {
      deferred.reject('No message content provided');
      return;
    }
    sent.push(message);
    deferred.resolve({ statusCode: 0 });
  });
  const chat = join(bus, 'WebChat');
  chat.registerEvents(['ready', 'opened', 'closed']);
  chat.registerCommand('open', ({ data, deferred }) => {
    opened.push(data);
    chat.data('open', true);
    chat.publish('opened');
    deferred.resolve();
  });
  for (const plugin of [service, chat]) {
    plugin.republish('ready');
    plugin.ready();
  }
  return { opened, sent };
}

describe('a site written for the old bus', () => {
  it('loads an extension before the chat, which offers a command and says that it is ready', async () => {
    const { bus } = makeBus();
    const seen: string[] = [];

    const extension = (CXBus: Bus): void => {
      const plugin = CXBus.registerPlugin('TestExtension');
      if (!plugin) return;
      plugin.registerEvents(['ready']);
      plugin.subscribe('WebChat.ready', () => seen.push('WebChat.ready'));
      plugin.subscribe('WebChat.opened', () => seen.push('WebChat.opened'));
      plugin.registerCommand('demo', (e) => {
        if (e.commander === 'Stranger') e.deferred.reject('not for you');
        else void plugin.command('WebChat.open', e.data).done(e.deferred.resolve).fail(e.deferred.reject);
      });
      plugin.republish('ready');
      plugin.ready();
    };
    extension(bus);
    startChatPlugins(bus);

    bus.subscribe('TestExtension.ready', () => seen.push('TestExtension.ready'));
    await bus.command('TestExtension.demo');
    expect(seen).to.deep.equal(['WebChat.ready', 'TestExtension.ready', 'WebChat.opened']);
    expect(await reasonOf(join(bus, 'Stranger').command('TestExtension.demo'))).to.equal('not for you');
  });

  it('adds user data and a form before the chat opens, but not when it is restored', async () => {
    const { bus } = makeBus();
    join(bus, 'Hours').before('WebChat.open', (options) => {
      const given = options as { restoring?: boolean; userData?: object };
      if (!given.restoring) given.userData = { page: '/offers' };
      return given;
    });
    join(bus, 'Terms').before('WebChat.open', (options) => {
      const given = options as { restoring?: boolean };
      return given.restoring ? given : { ...given, formJSON: { inputs: [] } };
    });
    const { opened } = startChatPlugins(bus);
    await bus.command('WebChat.open', { form: { firstname: 'Ada' } });
    await bus.command('WebChat.open', { restoring: true });
    expect(opened).to.deep.equal([
      { form: { firstname: 'Ada' }, userData: { page: '/offers' }, formJSON: { inputs: [] } },
      { restoring: true },
    ]);
  });

  it('keeps the chat shut outside opening hours', async () => {
    const { bus } = makeBus();
    const { opened } = startChatPlugins(bus);
    join(bus, 'Hours').before('WebChat.open', () => false);
    let reason: unknown;
    void bus.command('WebChat.open').fail((given) => (reason = given));
    await settled();
    expect(reason).to.equal('Command was cancelled by Hours');
    expect(opened).to.deep.equal([]);
    expect(bus.data('WebChat.open')).to.equal(undefined);
  });

  it('sends through done, fail and always, and through await', async () => {
    const { bus } = makeBus();
    const { sent } = startChatPlugins(bus);
    const log: unknown[] = [];
    for (const message of ['hello', '']) {
      void bus
        .command('WebChatService.sendMessage', { message })
        .done((answer) => log.push(answer))
        .fail((reason) => log.push(reason))
        .always(() => log.push('always'));
      await settled();
    }
    expect(log).to.deep.equal([{ statusCode: 0 }, 'always', 'No message content provided', 'always']);
    expect(await bus.command('WebChatService.sendMessage', { message: 'again' })).to.deep.equal({ statusCode: 0 });
    expect(sent).to.deep.equal(['hello', 'again']);
  });

  it('has two extensions that command each other, whichever comes first', async () => {
    const { bus } = makeBus();
    const video = join(bus, 'Video');
    video.registerCommand('start', async (e) => {
      const name: unknown = await video.command('Profile.name');
      e.deferred.resolve(`video with ${String(name)}`);
    });
    video.registerCommand('isAvailable', (e) => e.deferred.resolve(true));
    video.ready();
    const profile = join(bus, 'Profile');
    const started = bus.command('Video.start');
    profile.registerCommand('name', (e) => {
      void profile.command('Video.isAvailable').done((is) => e.deferred.resolve(is ? 'Ada' : 'nobody'));
    });
    profile.ready();
    expect(await started).to.equal('video with Ada');
  });

  it('sees the failure of a command nested in another', async () => {
    const { bus } = makeBus();
    const outer = offer(bus, 'Outer', {});
    outer.registerCommand('x', (e) => outer.command('Inner.y').then(e.deferred.resolve, e.deferred.reject));
    expect(await reasonOf(bus.command('Outer.x'))).to.equal('Unknown plugin: Inner');
  });
});
