import { expect } from '@open-wc/testing';
import type { ChatTranscript } from '../../../components/chat-transcript/chat-transcript.js';
import { closedWindow } from '../../../src/model/window-state.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, part, parts, settled, textOf } from '../../support/chat-fixture.js';
import { comes, transcriptOf } from '../chat-message/transcript-fixture.js';

describe('markdown in messages', () => {
  let chat: FakeChat;
  let element: ChatTranscript;

  /** The bubble's elements and text, without the comments of templates and the white space between blocks. */
  const written = (bubble = part(element, 'bubble')): string =>
    (bubble.firstElementChild?.innerHTML ?? '')
      .replace(/<!--.*?-->/gs, '')
      .replace(/ (?:part|target|rel|class|tabindex|role|dir)="[^"]*"/g, '')
      .replace(/\s*(<\/?(?:ul|ol|li|table|thead|tbody|tr|t[hd]|p|div|blockquote)\b[^>]*>)\s*/g, '$1')
      .trim();

  const isThere = (): boolean => parts(element, 'bubble').some((bubble) => bubble.querySelector('.rich'));

  const show = async (text: string): Promise<void> => {
    chat.say(text);
    await settled(element);
    await comes(element, isThere);
  };

  beforeEach(async () => {
    chat = new FakeChat();
    chat.setOptions({ markdown: true });
    chat.start();
    element = await transcriptOf(chat);
  });

  for (const [what, text, nodes] of [
    ['paragraphs and line breaks', 'one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
    ['emphasis', '**a** _b_ ~~c~~ `d < e`', '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d &lt; e</code></p>'],
    ['headings as text', '# One\n### Two', '<p><strong>One</strong></p><p><strong>Two</strong></p>'],
    ['quotes', '> a\n> b', '<blockquote><p>a<br>b</p></blockquote>'],
    ['lists', '- a\n- b\n  - c', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['lists with numbers', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['code', '```js\nif (a < b) {\n}\n```', '<pre><code>if (a &lt; b) {\n}</code></pre>'],
    ['rules', 'a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    ['characters by name', 'a &amp; b &lt; c &#169; \\*', '<p>a &amp; b &lt; c © *</p>'],
    ['markup as text', '<b onclick="x">a</b>', '<p>&lt;b onclick="x"&gt;a&lt;/b&gt;</p>'],
    ['blocks of markup as text', '<div>\n<b>a</b>\n</div>', '&lt;div&gt;\n&lt;b&gt;a&lt;/b&gt;\n&lt;/div&gt;'],
    ['links', '[a](https://example.com/b "t")', '<p><a href="https://example.com/b">a</a></p>'],
    ['pictures as links', '![a](https://example.com/b.png)', '<p><a href="https://example.com/b.png">a</a></p>'],
    ['links to elsewhere as text', '[a](javascript:alert) [b](/c) ![d](data:e)', '<p>a b d</p>'],
    ['links by reference', '[a][1]\n\n[1]: https://example.com', '<p><a href="https://example.com/">a</a></p>'],
  ] as const) {
    it(`shows ${what}`, async () => {
      await show(text);
      expect(written()).to.equal(nodes);
    });
  }

  it('shows tables, which the keyboard can scroll', async () => {
    await show('| a | b |\n| :-: | --: |\n| 1 | **2** |');
    expect(written()).to.equal(
      '<div aria-label="Table"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table></div>',
    );
    expect(part(element, 'bubble').querySelector<HTMLElement>('.table')?.tabIndex).to.equal(0);
  });

  it('shows tasks, and says whether they are done', async () => {
    await show('- [x] a\n- [ ] b');
    const items = [...part(element, 'bubble').querySelectorAll('li')];
    expect(items.map(textOf)).to.deep.equal(['Done: a', 'To do: b']);
  });

  it('finds links as in any other message', async () => {
    await show('*See* www.example.com.');
    await comes(element, () => parts(element, 'link').length > 0);
    expect(written()).to.equal('<p><em>See</em> <a href="https://www.example.com/">www.example.com</a>.</p>');
  });

  it('leaves what the visitor wrote as it is', async () => {
    const own = chat.echo('**a**');
    await show('**b**');
    expect(textOf(part(element, 'bubble-own'))).to.equal('**a**');
    expect(part(element, 'bubble-own').id).to.equal(`message-${own.id}`);
  });

  it('shows text that nobody would write as it came', async () => {
    const deep = `${'> '.repeat(3000)}a`;
    const long = '*a* '.repeat(6000);
    chat.say('*a*');
    chat.say(deep);
    chat.say(long);
    await comes(element, isThere);
    const [, one, other] = parts(element, 'bubble');
    expect(one?.textContent).to.include('> > > >');
    expect(textOf(other)).to.equal(long.trim());
  });

  it('comes and goes with the option', async () => {
    await show('**a**');
    chat.setOptions({ markdown: false });
    await settled(element);
    expect(textOf(part(element, 'bubble'))).to.equal('**a**');
    chat.setOptions({ 'transport.markdown': true });
    await settled(element);
    expect(textOf(part(element, 'bubble'))).to.equal('a');
  });

  it('is what who opened the window said', async () => {
    await show('**a**');
    chat.window.set({ ...closedWindow, opened: true, markdown: false });
    chat.say('**b**');
    await settled(element);
    expect(parts(element, 'bubble').map(textOf)).to.deep.equal(['**a**', '**b**']);
  });

  it('passes axe in the light and in the dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      element = await transcriptOf(chat, theme);
      await show('# a\n\n- [x] b\n\n| c |\n| - |\n| d |\n\n`e` [f](https://example.com)\n\n> g');
      await expectAccessible(element);
    }
  });
});
