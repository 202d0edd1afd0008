import { expect } from '@open-wc/testing';
import { menuItemsOf, type MenuItem } from '../../../src/plugins/menu-items.js';
import { WindowFixture } from './window-fixture.js';

describe('the menu items of extensions', () => {
  let fixture: WindowFixture;

  const items = (): readonly MenuItem[] => menuItemsOf(fixture.chat.window.window).get();
  const texts = (): string[] => items().map(({ text }) => text);

  beforeEach(async () => {
    fixture = await WindowFixture.ready();
  });

  it('are there in the order of their coming; one with the same id replaces the other in its place', async () => {
    const { bus } = fixture;
    await bus.command('WebChat.addMenuItem', { id: 'a', text: 'One', command: 'Hours.show' });
    await bus.command('WebChat.addMenuItem', { id: 'b', text: 'Two', command: 'Hours.show' });
    await bus.command('WebChat.addMenuItem', { id: 'a', text: 'Three', command: 'Hours.show' });
    expect(texts()).to.deep.equal(['Three', 'Two']);
  });

  it('run their command with their options', async () => {
    const hours = fixture.bus.registerPlugin('Hours');
    if (!hours) throw new Error('The name is taken');
    const called = new Promise((resolve) => {
      hours.registerCommand('show', ({ data, deferred }) => {
        deferred.resolve();
        resolve(data);
      });
    });
    hours.ready();
    await fixture.bus.command('WebChat.addMenuItem', {
      id: 'a',
      text: 'A',
      command: 'Hours.show',
      options: { day: 1 },
    });
    items()[0]?.choose();
    expect(await called).to.deep.equal({ day: 1 });
  });

  it('go again', async () => {
    await fixture.bus.command('WebChat.addMenuItem', { id: 'a', text: 'One', command: 'Hours.show' });
    await fixture.bus.command('WebChat.removeMenuItem', { id: 'a' });
    expect(items()).to.deep.equal([]);
    const rejection = await fixture.bus
      .command('WebChat.removeMenuItem', { id: 'a' })
      .catch((reason: unknown) => reason);
    expect(rejection).to.equal('There is no menu item with the id a');
  });

  const good = { id: 'a', text: 'One', command: 'Hours.show' };
  const wrong: readonly (readonly [given: object, sentence: string])[] = [
    [{}, 'addMenuItem takes id: a text that is not empty; got undefined'],
    [{ ...good, text: ' ' }, "addMenuItem takes text: a text that is not empty; got ' '"],
    [
      { ...good, command: 'show' },
      "addMenuItem takes command: the full name of a command, as 'Plugin.command'; got 'show'",
    ],
    [{ ...good, options: null }, 'addMenuItem takes options: an object, if anything; got null'],
  ];
  for (const [given, sentence] of wrong) {
    it(`are refused when they are ${JSON.stringify(given)}`, async () => {
      const rejection = await fixture.bus
        .command('WebChat.addMenuItem', given as typeof good)
        .catch((reason: unknown) => reason);
      expect(rejection).to.equal(sentence);
      expect(items()).to.deep.equal([]);
    });
  }
});
