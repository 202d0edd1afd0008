import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/accessible.js';
import { part, textOf } from '../../support/chat-fixture.js';
import { recordConsoleErrors } from '../../support/console-errors.js';
import { DefinedForm } from './defined-form.js';

const builtIn = ['firstname', 'lastname', 'email', 'subject'];

/** An object that lets nobody look at it. */
const closed = new Proxy({}, { ownKeys: () => { throw new Error('no'); } }); // prettier-ignore

describe('a definition with mistakes', () => {
  let told: ReturnType<typeof recordConsoleErrors>;

  beforeEach(() => {
    told = recordConsoleErrors();
  });

  afterEach(() => {
    told.restore();
  });

  /** The form for the rows, with what was told about them. */
  const formOf = async (inputs: unknown, more: object = {}): Promise<DefinedForm> => {
    told.messages.length = 0;
    return DefinedForm.of(inputs, more);
  };

  for (const inputs of [undefined, null, 'x', 5, {}, closed]) {
    it(`is replaced by the built-in form where inputs is ${typeof inputs}`, async () => {
      const form = await formOf(inputs);
      expect(form.names).to.deep.equal(builtIn);
      expect(told.messages).to.deep.equal([
        '[genesys-webchat] form: it takes an object {wrapper, inputs: [input, …]}. The built-in form is shown.',
      ]);
    });
  }

  it('is replaced where no input can be shown', async () => {
    const form = await formOf([closed, { label: 'nameless' }, 7]);
    expect(form.names).to.deep.equal(builtIn);
    expect(told.messages.at(-1)).to.contain('there is no input that can be shown');
  });

  it('may be empty', async () => {
    const form = await formOf([]);
    expect(form.names).to.deep.equal([]);
    expect(told.messages).to.deep.equal([]);
    await form.submit();
    expect(form.sent).to.deep.equal({});
  });

  for (const [row, sentence] of [
    [{ label: 'x' }, 'inputs[1].name takes the name that the value is sent by. The input is left out.'],
    [7, 'inputs[1] takes an object like {name, type, label}. It is left out.'],
    [{ name: 'ok' }, 'two inputs have the name "ok"; each needs its own. The second is left out.'],
    [{ name: 'a', type: 'radio' }, 'inputs[1] (a): type takes one of text, email,'],
    [{ name: 'a', type: 'toString' }, 'inputs[1] (a): type takes one of text, email,'],
    [{ name: 'a', label: {} }, 'inputs[1] (a): label takes a text. It is ignored.'],
    [{ name: 'a', validate: 'check()' }, 'inputs[1] (a): validate takes a function. It is ignored.'],
    [
      { name: 'a', wrapper: '<tr></tr>' },
      'inputs[1] (a): wrapper takes HTML with {label} and {input} in it. It is ignored.',
    ],
    [
      { name: 'a', type: 'select' },
      'inputs[1] (a): options takes a list of {text, value}. There is nothing to choose.',
    ],
    [
      { name: 'a', type: 'select', options: [null] },
      'inputs[1] (a): options[0] takes an object like {text, value}. It is left out.',
    ],
    [
      { name: 'a', onclick: 'x', style: 'color: red' },
      'inputs[1] (a): onclick, style: no attribute that a definition can set',
    ],
    [{ custom: 5, name: 'a' }, 'inputs[1].custom takes a text of HTML. It is ignored.'],
  ] as const) {
    it(`tells: ${sentence}`, async () => {
      const form = await formOf([{ name: 'ok' }, row]);
      expect(told.messages).to.have.length(1);
      expect(told.messages[0]).to.contain(`form: ${sentence}`);
      await form.submit();
      expect(form.names[0]).to.equal('ok');
      expect(form.sent).not.to.equal(undefined);
    });
  }

  it('is told about by the name of the option of WebChat.open too', async () => {
    const form = await formOf([{ name: 'a' }]);
    form.chat.window.set({ ...form.chat.window.get(), formJSON: 'x' });
    await form.element.updateComplete;
    await form.element.updateComplete;
    expect(told.messages[0]).to.contain('formJSON: it takes');
  });
});

describe('a hostile definition', () => {
  const marker = '<img src="x" onerror="window.hacked = true"><script>window.hacked = true</script>';
  const active =
    'script, style, iframe, svg [onload], [onerror], [onclick], [style], a[href^="javascript:"], form form';

  it('does nothing in any of its texts', async () => {
    const form = await DefinedForm.of([
      { name: 'a', label: `A ${marker}`, placeholder: marker, value: marker, title: marker },
      { name: 'b', type: 'select', label: 'B', options: [{ text: marker, value: marker, group: marker }] },
      {
        name: 'c',
        label: 'C',
        wrapper: `${marker}{label}<style>*{display:none}</style>{input}<iframe src="javascript:1">`,
      },
      { custom: `Terms <a href="javascript:window.hacked = true" onclick="window.hacked = true">x</a>${marker}` },
      { custom: '<form action="https://evil.example"><input name="a"><button>Send</button></form>' },
    ]);
    await form.says('Terms');
    expect(form.element.shadowRoot?.querySelector(active)).to.equal(null);
    expect(form.element.shadowRoot?.querySelectorAll('form')).to.have.length(1);
    expect(form.names).to.deep.equal(['a', 'b', 'c']);
    expect(form.input('a').value).to.equal(marker);
    expect(textOf(form.input('b').selectedOptions[0])).to.equal(marker);
    expect(window).not.to.have.property('hacked');
    await expectAccessible(form.element);
  });

  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'submit', 'a b"]', '<b>']) {
    it(`may name an input ${name}`, async () => {
      const form = await DefinedForm.of([{ name, label: 'A', required: true }]);
      await form.submit();
      expect(form.summary).to.equal('Please check: A');
      part(form.element, 'form-error').querySelector('button')?.click();
      form.enter(name, 'x');
      await form.submit();
      expect(Object.entries(form.sent as object)).to.deep.equal([[name, 'x']]);
    });
  }
});
