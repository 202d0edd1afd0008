import { expect } from '@open-wc/testing';
import { MemoryStorage } from '../support/memory-storage.js';
import {
  fastPolling,
  ServiceFixture,
  serviceWithServer,
  startedConversation,
  type Conversation,
} from '../support/service-fixture.js';

const card = '4111 1111 1111 1111';
const dots = '•••• •••• •••• 1111';

/** The unsent text of the visitor, as the agent sees it. */
async function preview(chat: Conversation): Promise<string | undefined> {
  return (await chat.server.chat(chat.chatId)).participants[0]?.typingText;
}

/** A conversation that masks, by the option's value. */
function masking(mask: unknown): Promise<Conversation> {
  return startedConversation({ webchat: { mask } });
}

describe('the option mask', () => {
  it('is off by default: card numbers go as they are', async () => {
    const chat = await startedConversation();
    await chat.command('sendMessage', { message: `My card is ${card}` });
    await chat.command('sendTyping', { message: card });
    expect(await chat.server.visitorTexts()).to.deep.equal([`My card is ${card}`]);
    expect(await preview(chat)).to.equal(card);
    expect(chat.names).not.to.include('textMasked');
  });

  describe('true', () => {
    it('makes card numbers unreadable before a message leaves, and tells how many there were', async () => {
      const chat = await masking(true);
      await chat.command('sendMessage', { message: `${card} or 5500-0000-0000-0004` });
      expect(await chat.server.visitorTexts()).to.deep.equal([`${dots} or ••••-••••-••••-0004`]);
      expect(chat.all('textMasked')).to.deep.equal([{ where: 'message', count: 2 }]);
    });

    it('shows the visitor what was sent: while it is on its way, and in the transcript', async () => {
      const chat = await masking(true);
      const shown = new Set<string>();
      chat.service.stores.messages.listen((messages) => {
        for (const { type, text } of messages) if (type === 'Message') shown.add(text);
      });
      await chat.command('sendMessage', { message: card });
      await chat.command('poll');
      expect([...shown]).to.deep.equal([dots]);
      expect((await chat.command('getTranscript')).messages.at(-1)).to.include({ text: dots, status: 'sent' });
      expect(JSON.stringify([chat.events, await chat.command('getTranscript')])).not.to.contain(card);
    });

    it('makes them unreadable in the preview of what is being written', async () => {
      const chat = await masking(true);
      await chat.command('sendTyping', { message: `My card is ${card}` });
      expect(await preview(chat)).to.equal(`My card is ${dots}`);
      expect(chat.all('textMasked')).to.deep.equal([{ where: 'typing', count: 1 }]);
    });

    it('makes them unreadable in the subject and the first text of a chat', async () => {
      const chat = serviceWithServer({ webchat: { mask: true } });
      const form = { nickname: 'Ada', subject: `Card ${card}` };
      const { chatId = '' } = await chat.command('startChat', { form, message: `It is ${card}, ${card}.` });
      expect((await chat.server.chat(chatId)).subject).to.equal(`Card ${dots}`);
      expect(await chat.server.visitorTexts()).to.deep.equal([`It is ${dots}, ${dots}.`]);
      expect(chat.service.stores.messages.get().at(-1)?.text).to.equal(`It is ${dots}, ${dots}.`);
      const told = chat.all('textMasked');
      expect(told.every(({ where }) => where === 'start')).to.equal(true);
      expect(told.map(({ count }) => count).sort()).to.deep.equal([1, 2]);
    });

    it('makes them unreadable in filtered messages', async () => {
      const chat = await masking(true);
      await chat.command('sendFilteredMessage', { message: `#pay ${card}`, regex: /^#pay/ });
      expect(await chat.server.visitorTexts()).to.deep.equal([`#pay ${dots}`]);
    });

    it('hides a filtered message by what the visitor wrote, now and after a restore', async () => {
      const storage = new MemoryStorage();
      const chat = await startedConversation({ webchat: { mask: true }, platform: { storage } });
      const shown: string[] = [];
      chat.service.stores.messages.listen((messages) => shown.push(...messages.map(({ text }) => text)));
      await chat.command('sendFilteredMessage', { message: `(pay) ${card}?`, regex: /4111/ });
      await chat.command('sendMessage', { message: `pay ${card}` });
      await chat.command('poll');
      expect(await chat.server.visitorTexts()).to.deep.equal([`(pay) ${dots}?`, `pay ${dots}`]);
      expect([...new Set(shown)]).to.deep.equal(['', `pay ${dots}`]);
      expect(storage.text).not.to.contain(card);
      chat.dispose();

      const next = new ServiceFixture({ webchat: { dataURL: chat.server.dataURL }, platform: { storage } });
      await next.nextEvent('restored');
      expect(next.service.stores.messages.get().map(({ text }) => text)).to.deep.equal(['', `pay ${dots}`]);
    });

    it('shows a filtered message that does not match, as it was masked', async () => {
      const chat = await masking(true);
      await chat.command('sendFilteredMessage', { message: `pay ${card}`, regex: /^#/ });
      expect((await chat.command('getTranscript')).messages.at(-1)).to.include({ text: `pay ${dots}` });
    });

    it('leaves alone what is no card number, and tells nothing', async () => {
      const chat = await masking(true);
      const texts = ['Order 4111 1111 1111 1112', 'Call +49 30 1234567', 'It is 12:30'];
      for (const message of texts) await chat.command('sendMessage', { message });
      expect(await chat.server.visitorTexts()).to.deep.equal(texts);
      expect(chat.names).not.to.include('textMasked');
    });

    it('leaves alone what the agent writes', async () => {
      const chat = await masking(true);
      const agent = await chat.server.join();
      await agent.write(card);
      await chat.command('poll');
      expect((await chat.command('getTranscript')).messages.at(-1)).to.include({ text: card });
    });

    it('keeps the order of messages, masked or not', async () => {
      const chat = await startedConversation({ webchat: { ...fastPolling, mask: true } });
      const texts = [card, 'two', card, 'four'];
      await Promise.all(texts.map((message) => chat.command('sendMessage', { message })));
      expect(await chat.server.visitorTexts()).to.deep.equal([dots, 'two', dots, 'four']);
    });
  });

  describe('patterns', () => {
    it('make what they match unreadable, card numbers too', async () => {
      const chat = await masking([/\bPIN \d{4}\b/, /geheim/i]);
      await chat.command('sendMessage', { message: `PIN 1234, Geheim, ${card}` });
      expect(await chat.server.visitorTexts()).to.deep.equal([`••••••••, ••••••, ${dots}`]);
      expect(chat.all('textMasked')).to.deep.equal([{ where: 'message', count: 3 }]);
    });

    it('may be a single one, which matches everywhere whatever its flags', async () => {
      for (const mask of [/\d{4}/, /\d{4}/g, /\d{4}/y]) {
        const chat = await masking(mask);
        await chat.command('sendMessage', { message: '1234 5678' });
        await chat.command('sendMessage', { message: 'a 9999' });
        expect(await chat.server.visitorTexts()).to.deep.equal(['•••• ••••', 'a ••••']);
      }
    });

    it('may stand alone, without card numbers', async () => {
      const chat = await masking({ cards: false, patterns: [/PIN \d+/] });
      await chat.command('sendMessage', { message: `PIN 1234 ${card}` });
      expect(await chat.server.visitorTexts()).to.deep.equal([`•••••••• ${card}`]);
    });
  });

  it('that is none of these says so on the console, and masks nothing', async () => {
    const chat = await masking('cards');
    await chat.command('sendMessage', { message: card });
    expect(await chat.server.visitorTexts()).to.deep.equal([card]);
    expect(chat.complaints.join()).to.match(/mask takes true, false, a RegExp, .* but got "cards"/);
  });

  it('that changes during a chat holds from the next message on', async () => {
    const chat = await startedConversation();
    await chat.command('sendMessage', { message: card });
    await chat.command('configure', { dataURL: chat.server.dataURL, mask: true });
    await chat.command('sendMessage', { message: card });
    expect(await chat.server.visitorTexts()).to.deep.equal([card, dots]);
  });
});
