import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { reasonOf } from '../../bus/harness.js';
import { expectAccessible } from '../../support/accessible.js';
import { part, parts, textOf } from '../../support/chat-fixture.js';
import { until } from '../../support/frame-tab.js';
import { appears, disappears, eventsOf, isThere, pagePlugin, tag } from '../neighbours/neighbour-fixture.js';

const channels = [
  { name: 'WebChat', displayName: 'Chat with us', readyEvent: 'WebChat.ready' },
  { name: 'Calls', displayName: 'Call us', clickCommand: 'Calls.open', clickOptions: { about: 'lamps' } },
];

describe('ChannelSelector', () => {
  it('shows the channels in a dialog, tells of it, and takes it away', async () => {
    const element = await tag();
    const told = eventsOf(element, 'ChannelSelector');
    await element.command('ChannelSelector.configure', { channels });
    await element.command('ChannelSelector.open');
    await appears(element, 'channel');
    expect(parts(element, 'channel-label').map(textOf)).to.deep.equal(['Chat with us', 'Call us']);
    expect((part(element, 'modal') as HTMLDialogElement).matches(':modal')).to.equal(true);
    expect(await reasonOf(element.command('ChannelSelector.open'))).to.equal('ChannelSelector is already opened');
    await element.command('ChannelSelector.close');
    expect(isThere(element, 'modal')).to.equal(false);
    expect(await reasonOf(element.command('ChannelSelector.close'))).to.equal('ChannelSelector is already closed');
    expect(told).to.deep.equal(['ready', 'opened', 'closed']);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl']) {
      it(`passes axe, ${theme} and ${dir}`, async () => {
        const element = await tag({ main: { theme } }, dir);
        await element.command('ChannelSelector.configure', { channels });
        await element.command('ChannelSelector.open');
        await appears(element, 'channel');
        await expectAccessible(element);
      });
    }
  }

  it('has the same distance on both sides', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await tag({}, dir);
      await element.command('ChannelSelector.configure', { channels });
      await element.command('ChannelSelector.open');
      const channel = (await appears(element, 'channel')).getBoundingClientRect();
      const modal = part(element, 'modal').getBoundingClientRect();
      expect(channel.left - modal.left, dir).to.be.closeTo(modal.right - channel.right, 0.5);
      element.remove();
    }
  });

  it('makes room for what the visitor chooses', async () => {
    const element = await tag();
    const { calls } = pagePlugin(element, 'Calls', 'open');
    await element.command('ChannelSelector.configure', { channels });
    await element.command('ChannelSelector.open');
    await appears(element, 'channel');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => calls.length > 0);
    expect(calls).to.deep.equal([{ about: 'lamps' }]);
    expect(isThere(element, 'modal')).to.equal(false);
  });

  it('opens the chat', async () => {
    const element = await tag();
    await element.command('ChannelSelector.open');
    (await appears(element, 'channel')).click();
    await until(() => element.bus.data('WebChat.open') === true);
  });

  it('goes by Escape and its button, each by a command that others see', async () => {
    const element = await tag();
    let count = 0;
    element.bus.before('ChannelSelector.close', () => {
      count += 1;
    });
    await element.command('ChannelSelector.open');
    await appears(element, 'channel');
    await sendKeys({ press: 'Escape' });
    await disappears(element, 'modal');
    await element.command('ChannelSelector.open');
    (await appears(element, 'modal-close-button')).click();
    await disappears(element, 'modal');
    expect(count).to.equal(2);
  });

  it('says that it knows no waiting times, and shows the channel without', async () => {
    const told: string[] = [];
    const original = console.warn;
    console.warn = (...words: unknown[]) => void told.push(words.join(' '));
    const element = await tag();
    await element.command('ChannelSelector.configure', {
      channels: [{ ...channels[0], ewt: { display: true, queue: 'sales' } }],
    });
    await element.command('ChannelSelector.open');
    await appears(element, 'channel');
    console.warn = original;
    expect(told.join()).to.contain('statistics server');
  });
});
