import { expect } from '@open-wc/testing';
import { FakeClock } from '../../support/fake-clock.js';
import { FakePage } from '../../support/fake-page.js';
import { MemoryStorage } from '../../support/memory-storage.js';
import { ServiceFixture } from '../../support/service-fixture.js';

const script = {
  steps: [{ join: 'Robin' }, { say: 'Hello {nickname}' }],
  answers: [
    { to: ['Bye'], steps: [{ say: 'Goodbye' }, { leave: true }, { end: true }] },
    { to: ['file'], steps: [{ file: { name: 'a.txt', type: 'text/plain', base64: btoa('abc') } }] },
    {
      to: ['reply'],
      steps: [{ say: 'Which?', content: [{ contentType: 'QuickReply', quickReply: { text: 'One' } }] }],
    },
    { to: ['bot'], steps: [{ join: 'Max', as: 'Bot' }, { wait: 5000 }, { say: 'Beep' }] },
    { steps: [{ say: 'You wrote {text}' }] },
    { steps: [{ say: 'Really?' }] },
  ],
};

/** A service without any server, whose time is the test's. */
class DemoChat extends ServiceFixture {
  readonly clock: FakeClock;

  constructor(transport: object = {}, storage = new MemoryStorage(), clock = new FakeClock()) {
    const noServer = () => Promise.reject(new TypeError('there is no server'));
    super({
      webchat: { transport: { type: 'demo', script, ...transport } },
      platform: { clock, page: new FakePage(), fetch: noServer, random: () => 0.5, storage },
    });
    this.clock = clock;
  }

  async started(): Promise<this> {
    await this.clock.tick(0);
    await this.command('startChat', { nickname: 'Ada' });
    return this;
  }

  /** Lets time pass in small steps until something holds: how often the service asks for news is its own affair. */
  async passUntil(holds: () => boolean): Promise<void> {
    for (let step = 0; step < 300 && !holds(); step += 1) await this.clock.tick(250);
    expect(holds(), JSON.stringify(this.lines)).to.equal(true);
  }

  /** What stands in the conversation. */
  get lines(): string[] {
    return this.service.stores.messages.get().map(({ type, text, from }) => `${from.name} ${text || type}`);
  }

  async hears(line: string): Promise<void> {
    await this.passUntil(() => this.lines.includes(line));
  }
}

describe('a chat over the transport demo', () => {
  it('has an agent who joins, types and writes, with no server at all', async () => {
    const chat = await new DemoChat().started();
    await chat.hears('Robin Hello Ada');
    expect(chat.names.filter((name) => name.startsWith('agent'))).to.deep.equal([
      'agentConnected',
      'agentTypingStarted',
      'agentTypingStopped',
    ]);
    expect(chat.names).not.to.include('error');
  });

  it('goes the same way each time', async () => {
    const played = async () => {
      const chat = await new DemoChat().started();
      await chat.command('sendMessage', { message: 'What now?' });
      await chat.hears('Robin You wrote What now?');
      return chat.service.stores.messages.get().map(({ text, utcTime }) => [text, utcTime]);
    };
    expect(await played()).to.deep.equal(await played());
  });

  it('answers what the visitor writes: what a word of it is meant for, else in turns', async () => {
    const chat = await new DemoChat().started();
    for (const [message, said] of [
      ['Hm', 'Robin You wrote Hm'],
      ['Oh', 'Robin Really?'],
      ['Ah', 'Robin You wrote Ah'],
      ['GOODBYE', 'Robin Goodbye'],
    ] as const) {
      await chat.command('sendMessage', { message });
      await chat.hears(said);
    }
  });

  it('shows quick replies, and bots', async () => {
    const chat = await new DemoChat().started();
    await chat.command('sendMessage', { message: 'a reply' });
    await chat.hears('Robin Which?');
    const asked = chat.service.stores.messages.get().find(({ text }) => text === 'Which?');
    expect(asked?.content).to.deep.equal([{ contentType: 'QuickReply', quickReply: { text: 'One' } }]);
    await chat.command('sendMessage', { message: 'a bot' });
    await chat.hears('Max Beep');
    expect(chat.names).to.include('botConnected');
  });

  it('sends a file that can be fetched', async () => {
    const chat = await new DemoChat().started();
    await chat.command('sendMessage', { message: 'a file' });
    await chat.passUntil(() => chat.service.stores.messages.get().some(({ type }) => type === 'FileUploaded'));
    const { userData = {} } = chat.service.stores.messages.get().find(({ type }) => type === 'FileUploaded') ?? {};
    expect(userData).to.include({ 'file-name': 'a.txt', 'file-type': 'text/plain', 'file-size': '3' });
    const file = await chat.command('downloadFile', { fileId: userData['file-id'], save: false });
    expect(await file.text()).to.equal('abc');
  });

  it("takes the visitor's files, and gives them back", async () => {
    const chat = await new DemoChat().started();
    const sending = chat.command('sendFile', { files: new File(['xyz'], 'note.txt', { type: 'text/plain' }) });
    await chat.passUntil(() => chat.names.includes('fileStatus') && chat.all('fileStatus').at(-1)?.status === 'sent');
    await sending;
    const { fileId } = chat.all('fileStatus').at(-1) ?? {};
    const file = await chat.command('downloadFile', { fileId, save: false });
    expect(await file.text()).to.equal('xyz');
    await chat.hears('Robin You wrote note.txt');
  });

  it('ends when the script says so', async () => {
    const chat = await new DemoChat().started();
    await chat.command('sendMessage', { message: 'bye' });
    await chat.passUntil(() => chat.names.includes('ended'));
    expect(chat.lines).to.include('Robin Goodbye');
    expect(chat.names).to.include('agentDisconnected');
  });

  it('ends when the visitor leaves, and keeps nothing', async () => {
    const storage = new MemoryStorage();
    const chat = await new DemoChat({}, storage).started();
    await chat.command('endChat');
    expect(chat.names).to.include('ended');
    expect(storage.text).not.to.include('demo');
  });

  it('goes on where it was on the next page', async () => {
    const [storage, clock] = [new MemoryStorage(), new FakeClock()];
    const first = await new DemoChat({}, storage, clock).started();
    await first.command('sendMessage', { message: 'Hm' });
    await first.hears('Robin You wrote Hm');
    first.dispose();
    const next = new DemoChat({}, storage, clock);
    await clock.tick(0);
    await next.until(() => next.names.includes('restored'));
    expect(next.lines).to.include('Robin Hello Ada').and.to.include('Robin You wrote Hm');
    const sending = next.command('sendMessage', { message: 'Oh' });
    await next.hears('Robin Really?');
    await sending;
  });

  it('plays a script of its own that shows everything', async () => {
    const chat = await new DemoChat({ script: undefined }).started();
    await chat.passUntil(() => chat.lines.some((line) => line.includes('What would you like to see?')));
    for (const [message, said] of [
      ['Show me cards', 'Robin These two are in stock:'],
      ['Send a picture', 'Robin FileUploaded'],
      ['a colleague', 'Kim Hi, this is Kim.'],
      ['whatever', 'Kim You wrote: whatever'],
    ] as const) {
      await chat.command('sendMessage', { message });
      await chat.hears(said);
    }
    await chat.command('sendMessage', { message: 'That is all' });
    await chat.passUntil(() => chat.names.includes('ended'));
    expect(chat.complaints).to.deep.equal([]);
  });

  for (const [what, bad, told] of [
    ['no list of steps', {}, '.steps is not a list'],
    ['an unknown step', { steps: [{ shout: 'Hi' }] }, '.steps.0 has none of join, say, file, wait, leave, end'],
    [
      'a file that is no base64',
      { steps: [{ file: { name: 'a', type: 'b', base64: '!' } }] },
      '.steps.0.file.base64 is not base64',
    ],
    ['an answer to no list', { steps: [], answers: [{ to: 'hi', steps: [] }] }, '.answers.0.to is not a list'],
  ] as const) {
    it(`says what is wrong with a script that has ${what}, and plays its own`, async () => {
      const chat = await new DemoChat({ script: bad }).started();
      expect(chat.complaints).to.deep.equal([`transport.script${told}; the built-in script plays.`]);
      await chat.hears('Robin Hello Ada, this is Robin.');
    });
  }

  it('keeps nothing at work once the page is done with it', async () => {
    const chat = await new DemoChat().started();
    await chat.clock.tick(100);
    chat.dispose();
    expect(chat.clock.liveTimers).to.equal(0);
  });
});
