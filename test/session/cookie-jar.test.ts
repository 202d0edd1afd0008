import { expect } from '@open-wc/testing';
import { pageCookies } from '../../src/platform/cookies.js';
import { CookieJar, type CookieSettings } from '../../src/session/cookie-jar.js';
import { reasonOf } from '../bus/harness.js';
import { ServiceFixture, startedConversation } from '../support/service-fixture.js';

const clock = { now: () => Date.UTC(2030, 0, 1) };

/** A jar on the page's own cookies. */
const jar = new CookieJar(pageCookies, { now: () => Date.now() });

/** What is written to set a cookie. */
function written(settings: CookieSettings): string[] {
  const cookies: string[] = [];
  new CookieJar({ read: () => '', write: (cookie) => void cookies.push(cookie) }, clock).set('name', 'value', settings);
  return cookies.flatMap((cookie) => cookie.split('; '));
}

describe('the cookie jar', () => {
  afterEach(() => {
    for (const name of jar.names()) jar.remove(name);
    document.cookie = 'theirs=; path=/; max-age=0';
  });

  for (const [what, name, value] of [
    ['plain words', 'session', 'abc'],
    ['the characters that divide cookies', 'a=b; c,d', 'path=/; e=f, "g"'],
    ['blanks, percent signs and line breaks', ' 100 % ', ' 50 %\r\n%41 '],
    ['other scripts and signs', 'größe/名前', '😀 ünï'],
    ['a text of JSON', 'genesys-webchat/https://host/chat?a=1#b/session', '{"version":1,"keys":{"chatId":"A=B"}}'],
    ['an empty value', 'empty', ''],
  ] as const) {
    it(`keeps ${what}`, () => {
      jar.set(name, value);
      expect(jar.get(name)).to.equal(value);
      expect(jar.names()).to.include(name);
    });
  }

  it('writes a cookie over one of the same name', () => {
    jar.set('session', 'first');
    jar.set('session', 'second');
    expect(jar.get('session')).to.equal('second');
    expect(jar.names().filter((name) => name === 'session')).to.have.lengthOf(1);
  });

  it('takes away one cookie and leaves the others', () => {
    jar.set('one', '1');
    jar.set('other', '2');
    jar.remove('one');
    expect(jar.get('one')).to.equal(undefined);
    expect(jar.names()).not.to.include('one');
    expect(jar.get('other')).to.equal('2');
  });

  it('knows nothing of a cookie that is not there', () => {
    jar.set('session', '1');
    expect(jar.get('sess')).to.equal(undefined);
    jar.remove('never set');
    expect(jar.get('session')).to.equal('1');
  });

  it('reads cookies of others, and leaves alone what is written in another way', () => {
    document.cookie = 'theirs=100%; path=/';
    jar.set('ours', '1');
    expect(jar.get('theirs')).to.equal(undefined);
    expect(jar.names()).to.include('ours').and.not.to.include('theirs');
    jar.remove('ours');
    expect(document.cookie).to.contain('theirs=100%');
  });

  for (const [cookies, names] of [
    ['', []],
    ['flag', ['flag']],
    ['flag; b=1', ['flag', 'b']],
    ['b=1; flag', ['b', 'flag']],
    ['=nameless; b=1', ['b']],
  ] as const) {
    it(`reads the names of '${cookies}'`, () => {
      const page = new CookieJar({ read: () => cookies, write: () => undefined }, clock);
      expect(page.names()).to.deep.equal(names);
    });
  }

  it('reads a cookie without a value as an empty text, and the equals signs of a value as part of it', () => {
    const page = new CookieJar({ read: () => 'flag; b=1=2=', write: () => undefined }, clock);
    expect([page.get('flag'), page.get('fla'), page.get('b')]).to.deep.equal(['', undefined, '1=2=']);
  });

  it('has a cookie go on its date, which may be past', () => {
    jar.set('session', '1', { expires: new Date(Date.now() + 60_000) });
    expect(jar.get('session')).to.equal('1');
    jar.set('session', '1', { expires: new Date(Date.now() - 60_000) });
    expect(jar.get('session')).to.equal(undefined);
  });

  it('has a cookie go in so many days, of which 0 is at once', () => {
    jar.set('session', '1', { expires: 1 });
    expect(jar.get('session')).to.equal('1');
    jar.set('session', '1', { expires: 0 });
    expect(jar.get('session')).to.equal(undefined);
  });

  describe('writes', () => {
    it('for the whole site, only to it, until the browser closes', () => {
      expect(written({})).to.deep.equal(['name=value', 'path=/', 'samesite=Lax']);
    });

    it('where and how the settings say', () => {
      const settings = { domain: 'example.org', path: '/shop', sameSite: 'None', secure: true };
      expect(written(settings)).to.have.members([
        ...['name=value', 'path=/shop', 'samesite=None', 'domain=example.org', 'secure'],
      ]);
    });

    for (const [expires, seconds] of [
      [2, 172_800],
      [0.5, 43_200],
      [new Date(clock.now() + 90_000), 90],
      [new Date(clock.now() - 1000), -1],
    ] as const) {
      it(`expires ${typeof expires === 'number' ? `${String(expires)} days` : expires.toISOString()} as seconds`, () => {
        expect(written({ expires })).to.include(`max-age=${String(seconds)}`);
      });
    }
  });
});

describe('a chat with cookieOptions', () => {
  afterEach(() => {
    for (const name of jar.names()) jar.remove(name);
  });

  it('is found again by its cookies alone, in which no text of the visitor is', async () => {
    const main = { cookieOptions: { sameSite: 'Strict' } };
    const chat = await startedConversation({ main });
    await chat.server.setFaults({ statusCode: 2 });
    await reasonOf(chat.command('sendMessage', { message: 'undelivered' }));
    await chat.server.mend();
    expect(jar.names().filter((name) => name.startsWith('genesys-webchat/'))).not.to.deep.equal([]);
    for (const name of jar.names()) expect(jar.get(name)).not.to.contain('undelivered');
    chat.dispose();

    const next = new ServiceFixture({ main, webchat: { dataURL: chat.server.dataURL } });
    await next.nextEvent('restored');
    expect((await next.command('getSessionData')).chatId).to.equal(chat.chatId);
    await next.command('endChat');
    expect(jar.names().filter((name) => name.startsWith('genesys-webchat/'))).to.deep.equal([]);
  });

  it('that is not set leaves no cookie', async () => {
    const chat = await startedConversation();
    await chat.command('sendMessage', { message: 'Hello' });
    expect(document.cookie).to.equal('');
  });
});
