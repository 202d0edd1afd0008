import { expect } from '@open-wc/testing';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { until } from '../../support/frame-tab.js';
import { reasonOf } from '../../bus/harness.js';
import { chatElement } from '../../support/chat-element.js';
import { parts, textOf } from '../../support/chat-fixture.js';
import type { LocalServerSide } from '../../support/local-server-side.js';

describe('<genesys-webchat> and the entries of its transcript', () => {
  let element: GenesysWebchat;
  let server: LocalServerSide;

  const texts = () => parts(element, 'bubble').map(textOf);
  const reads = (...expected: string[]) => until(() => texts().join('|') === expected.join('|'));

  beforeEach(async () => {
    ({ element, server } = await chatElement());
    await element.startChat({ nickname: 'Ada' });
  });

  it('tells of each with its element, once', async () => {
    const added: [string, string][] = [];
    element.bus.subscribe('WebChat.messageAdded', ({ data: { data, message, html } }) => {
      expect(data).to.equal(message);
      added.push([
        message.text,
        textOf(html[0] as Element)
          .replace(/\d.*/, '')
          .trim(),
      ]);
    });
    const agent = await server.join({ nickname: 'Ann' });
    await agent.write('Hello');
    await reads('Hello');
    await element.sendMessage('Good morning');
    await until(() => added.length === 3);
    await element.minimize(true);
    await element.minimize(false);
    expect(added.map(([text]) => text)).to.deep.equal(['', 'Hello', 'Good morning']);
    expect(added[1]?.[1]).to.contain('Hello');
  });

  it("takes texts of the page's own, where they stay as the chat goes on", async () => {
    const agent = await server.join({ nickname: 'Ann' });
    await agent.write('one');
    await reads('one');
    const [first] = await element.command('WebChat.injectMessage', { name: 'Shop', text: '<b>two</b>' });
    expect(textOf(first as Element)).to.contain('<b>two</b>');
    expect(textOf(first as Element)).to.contain('Shop');
    await agent.write('three');
    await reads('one', '<b>two</b>', 'three');
    await element.command('WebChat.injectMessage', { text: 'four' });
    await element.sendMessage('five');
    await reads('one', '<b>two</b>', 'three', 'four', 'five');
  });

  it('puts each of the names above its own', async () => {
    for (const [name, text] of [
      ['Shop', 'one'],
      ['Shop', 'two'],
      ['Workshop', 'three'],
      ['Shop', 'four'],
    ] as const) {
      await element.command('WebChat.injectMessage', { name, text });
    }
    expect(parts(element, 'name').map(textOf)).to.deep.equal(['Shop', 'Workshop', 'Shop']);
    expect(parts(element, 'avatar').map(textOf)).to.deep.equal(['S', 'W', 'S']);
  });

  it("lets the page's own entries look as the page wants, and nothing else come with that", async () => {
    const [added] = await element.command('WebChat.injectMessage', {
      text: 'On sale',
      bubble: { fill: '#0f766e', radius: 4, time: false, name: false, direction: 'right' },
    });
    const entry = added as HTMLElement;
    const bubble = () => entry.querySelector<HTMLElement>('[part~="bubble"]');
    await until(() => bubble()?.classList.contains('filled') === true);
    const { backgroundColor, color, borderRadius } = getComputedStyle(bubble() as HTMLElement);
    expect([backgroundColor, borderRadius]).to.deep.equal(['rgb(15, 118, 110)', '4px']);
    expect(color).to.match(/^oklch\(1 0 |rgb\(255, 255, 255\)/);
    const hidden = [...entry.querySelectorAll<HTMLElement>('[part~="name"], [part~="meta"], [part~="avatar"]')];
    expect(hidden.filter((each) => each.checkVisibility())).to.deep.equal([]);

    const [bare] = await element.command('WebChat.injectMessage', { text: 'Without', custom: true });
    await until(() => (bare as HTMLElement).querySelector('.bare') !== null);

    for (const [options, complaint] of [
      [{ bubble: { fill: 'red; position: fixed' } }, 'injectMessage takes bubble.fill: a colour of CSS'],
      [{ bubble: { radius: 'url(/x)' } }, 'injectMessage takes bubble.radius: a length of CSS, or a number of pixels'],
      [{ bubble: { direction: 'up' as 'left' } }, "injectMessage takes bubble.direction: 'left' or 'right'"],
      [{ custom: 'yes' as unknown as boolean }, 'injectMessage takes custom: true or false'],
    ] as const) {
      expect(await reasonOf(element.command('WebChat.injectMessage', { text: 'No', ...options }))).to.equal(complaint);
    }
    expect(texts()).to.deep.equal(['On sale', 'Without']);
  });

  it("takes HTML of the page's own, made harmless", async () => {
    const [added] = await element.command('WebChat.injectMessage', {
      type: 'html',
      name: 'Shop',
      text: '<p onclick="throw 0">See <a href="/help">help</a></p><script>throw 0</script>',
    });
    await until(() => textOf(added as Element).includes('See help'));
    expect((added as Element).querySelector('script, [onclick]')).to.equal(null);
    expect((added as Element).querySelector('a')?.getAttribute('href')).to.equal('/help');
  });

  it('keeps those of the page out of the conversation itself, and of the next chat', async () => {
    await element.command('WebChat.injectMessage', { text: 'mine' });
    const { messages } = await element.command('WebChatService.getTranscript');
    expect(messages.map(({ text }) => text)).to.not.include('mine');
    await element.endChat();
    await element.startChat({ nickname: 'Ada' });
    await reads();
  });

  it('takes none without a window or a text', async () => {
    for (const text of ['', ' ', undefined, 7]) {
      const rejected = reasonOf(element.command('WebChat.injectMessage', { text: text as string }));
      expect(await rejected).to.equal('No message text provided');
    }
    await element.close();
    expect(await reasonOf(element.command('WebChat.injectMessage', { text: 'x' }))).to.equal('not open');
  });
});
