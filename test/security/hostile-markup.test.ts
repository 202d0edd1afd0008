import { expect } from '@open-wc/testing';
import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';

const elsewhere = 'https://evil.example/genesys/2/chat/evil';

/** Frames in frames, each with the name of a property: `window._genesys.widgets.webchat` leads to the innermost. */
function framed(names: readonly string[], inside: string): string {
  const [name, ...rest] = names;
  if (name === undefined) return inside;
  return `<iframe name="${name}" srcdoc="${framed(rest, inside).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
}

/** What a visitor of a forum may be able to write into its pages: elements whose names are those of what the chat looks for. */
const markup: Readonly<Record<string, string>> = {
  'a configuration of links': `<a id="_genesys"></a><a id="_genesys" name="widgets" href="${elsewhere}"></a>`,
  'a configuration of frames': framed(['_genesys', 'widgets', 'webchat'], `<a id="dataURL" href="${elsewhere}"></a>`),
  'a configuration of a form': '<form id="_genesys"><input name="widgets" value="{}"></form>',
  'a bus': `<form id="CXBus"><input name="registerPlugin"><input name="configure"></form>`,
  'what the browser gives':
    '<img name="fetch"><img name="localStorage"><img name="customElements"><a id="trustedTypes"></a><form id="navigator"><input name="locks"></form>',
  'what a document has':
    '<img name="currentScript"><img name="documentElement"><img name="createElement"><img name="title"><form name="body"></form>',
};

describe('markup that others may put into the page', function () {
  this.timeout(30_000);

  let frame: HTMLIFrameElement;

  /** A page with the markup in it, all of which is there before the chat's script comes. */
  async function openPage(body: string): Promise<void> {
    frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><body>${body}`;
    const loaded = new Promise((resolve) => {
      frame.onload = resolve;
    });
    document.body.append(frame);
    await loaded;
    const script = document.createElement('script');
    script.type = 'module';
    script.src = new URL('../../components/genesys-webchat/index.ts', import.meta.url).href;
    frame.contentWindow?.document.querySelector('body')?.append(script);
  }

  afterEach(() => {
    frame.remove();
  });

  for (const [name, hostile] of Object.entries(markup)) {
    it(`leads the chat nowhere as ${name}`, async () => {
      const server = LocalServerSide.ofItsOwn();
      await openPage(`${hostile}<genesys-webchat></genesys-webchat>`);
      const tag = () => frame.contentDocument?.querySelector<GenesysWebchat>('genesys-webchat:defined');
      await until(() => !!tag());
      const chat = tag();
      const refusal = await chat?.startChat({ nickname: 'Ada' }).catch(String);
      expect(refusal).to.be.a('string');
      chat?.setAttribute('data-url', server.dataURL);
      const { chatId } = (await chat?.startChat({ nickname: 'Ada' })) ?? {};
      expect((await server.chats()).map((each) => each.chatId)).to.deep.equal([chatId]);
      const asked = frame.contentWindow?.performance.getEntriesByType('resource').map((entry) => entry.name) ?? [];
      expect(asked.filter((address) => address.includes('evil'))).to.deep.equal([]);
      await chat?.endChat();
    });
  }

  it('makes no chat by itself', async () => {
    await openPage(Object.values(markup).join(''));
    await until(() => frame.contentWindow?.customElements.get('genesys-webchat') !== undefined);
    expect(frame.contentDocument?.querySelector('genesys-webchat')).to.equal(null);
  });
});
