import { expect, waitUntil } from '@open-wc/testing';
import { de } from '../../../src/i18n/de.js';
import { enFeatures } from '../../../src/i18n/en-features.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, findPart, focused, part, parts, settled, textOf } from '../../support/chat-fixture.js';
import { press, type } from '../../support/keyboard.js';
import { DefinedForm } from './defined-form.js';

const everyKind = [
  { name: 'firstname', label: '@i18n:webchat.ChatFormFirstName', required: true },
  { name: 'email', type: 'email', label: 'Email', wrapper: '<p>{label}{input}<small>For a copy.</small></p>' },
  { name: 'phone', type: 'tel', label: 'Phone' },
  { name: 'age', type: 'Number', label: 'Age', min: 18 },
  { name: 'topic', type: 'select', label: 'Topic', options: [{ text: 'A lamp', value: 'lamp' }, { text: 'Else' }] },
  { name: 'story', type: 'textarea', label: 'Story', rows: 5 },
  { name: 'terms', type: 'checkbox', label: 'I agree to the <a href="https://lamps.example">terms</a>' },
  { name: 'page', type: 'hidden', value: 'heron' },
  { custom: '<h3>Good to know</h3><ul><li>We are <b>five</b></li></ul>' },
];

describe("a site's form", () => {
  describe('accessibility', () => {
    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe with every kind of input, ${theme}`, async () => {
        const form = await DefinedForm.of(everyKind, {}, theme);
        await form.says('Good to know');
        await expectAccessible(form.element);
      });

      it(`passes axe with errors, ${theme}`, async () => {
        const form = await DefinedForm.of(
          everyKind.map((row) => ({ ...row, required: true })),
          {},
          theme,
        );
        await form.submit();
        expect(findPart(form.element, 'field-error')).to.exist;
        await expectAccessible(form.element);
      });
    }

    it('gives inputs targets of 44 px, a box with its words', async () => {
      const form = await DefinedForm.of(everyKind.filter(({ type: kind }) => kind !== 'hidden'));
      for (const name of form.names) {
        const input = form.input(name);
        const target = input.type === 'checkbox' ? input.labels![0]! : input;
        expect(target.getBoundingClientRect().height, name).to.be.at.least(44);
      }
    });

    it('ties notes and errors to their input', async () => {
      const form = await DefinedForm.of(everyKind);
      expect(await form.descriptionOf('email')).to.equal('For a copy.');
      form.enter('email', 'ada');
      form.leave('email');
      expect(await form.descriptionOf('email')).to.equal(`For a copy. | ${enFeatures.Errors[364]}`);
      expect(form.input('email').ariaInvalid).to.equal('true');
    });

    it('names an input without a label by what it has', async () => {
      const form = await DefinedForm.of([
        { name: 'a', placeholder: 'City' },
        { name: 'b', title: 'Street' },
        { name: 'c' },
      ]);
      expect(['a', 'b', 'c'].map((name) => form.input(name).ariaLabel)).to.deep.equal(['City', 'Street', 'c']);
    });
  });

  describe('inputs', () => {
    it('are of the kinds that the definition says, in its order', async () => {
      const form = await DefinedForm.of(everyKind);
      expect(form.names.map((name) => `${name} ${form.input(name).type}`)).to.deep.equal([
        'firstname text',
        'email email',
        'phone tel',
        'age number',
        'topic select-one',
        'story textarea',
        'terms checkbox',
        'page hidden',
      ]);
    });

    it('have the attributes that do no harm', async () => {
      const form = await DefinedForm.of([
        {
          name: 'a',
          maxlength: '5',
          autocomplete: 'tel',
          readonly: true,
          pattern: '\\d+',
          'data-test': 'x',
          required: 'false',
        },
      ]);
      const input = form.input('a');
      expect([input.maxLength, input.autocomplete, input.readOnly, input.pattern, input.dataset['test']]).to.deep.equal(
        [5, 'tel', true, '\\d+', 'x'],
      );
      expect(input.required).to.equal(false);
    });

    it('have the ids that the definition says, each once', async () => {
      const form = await DefinedForm.of([
        { name: 'a', id: 'x', label: 'A' },
        { name: 'b', id: 'x', label: 'B' },
      ]);
      expect(form.input('a').id).to.equal('x');
      expect(form.input('b').id).not.to.equal('x');
      expect(form.labelOf('b')).to.equal('B');
    });

    it('hold what the definition says at first', async () => {
      const form = await DefinedForm.of([
        { name: 'a', value: 7 },
        { name: 'b', type: 'checkbox', value: true },
        { name: 'c', type: 'select', options: ['x', { text: 'Y', value: 'y', selected: true }] },
        { name: 'd', type: 'textarea', value: 'two\nlines' },
      ]);
      await form.submit();
      expect(form.sent).to.deep.equal({ a: '7', b: 'true', c: 'y', d: 'two\nlines' });
    });

    it('offer choices in groups', async () => {
      const options = [
        { text: 'One', group: 'A' },
        { text: 'Two', group: 'B', disabled: true },
        { text: 'Three', group: 'A' },
      ];
      const form = await DefinedForm.of([{ name: 'a', type: 'select', options }]);
      const groups = [...form.input('a').querySelectorAll('optgroup')];
      expect(groups.map(({ label, children }) => [label, ...Array.from(children, textOf)])).to.deep.equal([
        ['A', 'One', 'Three'],
        ['B', 'Two'],
      ]);
      expect(groups[1]?.querySelector('option')?.disabled).to.equal(true);
    });

    it('ask for a choice that has to be made', async () => {
      const form = await DefinedForm.of([
        { name: 'a', type: 'select', label: 'A', required: true, options: ['x', 'y'] },
      ]);
      expect(textOf(form.input('a').selectedOptions[0])).to.equal(enFeatures.FormSelect);
      await form.submit();
      expect(form.sent).to.equal(undefined);
      form.enter('a', 'y');
      await form.submit();
      expect(form.sent).to.deep.equal({ a: 'y' });
    });

    it('are read only while a chat starts', async () => {
      const form = await DefinedForm.of([{ name: 'a' }]);
      form.chat.stores.phase.set('starting');
      await settled(form.element);
      expect(form.input('a').readOnly).to.equal(true);
    });
  });

  describe('texts', () => {
    it('are those of the language, also when it changes, and nothing typed is lost', async () => {
      const form = await DefinedForm.of([
        {
          name: 'firstname',
          label: '@i18n:webchat.ChatFormFirstName',
          placeholder: '@i18n:webchat.ChatFormPlaceholderFirstName',
        },
        { name: 'a', type: 'select', options: [{ text: '@i18n:webchat.ChatFormEmail', value: 'x' }] },
      ]);
      form.enter('firstname', 'Ada');
      expect(form.labelOf('firstname')).to.equal('First Name');
      form.chat.locale.set({ lang: 'de', dir: 'ltr', texts: de });
      await settled(form.element);
      expect(form.labelOf('firstname')).to.equal('Vorname');
      expect(form.input('firstname').placeholder).to.equal('Pflichtfeld');
      expect(textOf(form.input('a').selectedOptions[0])).to.equal(de.ChatFormEmail);
      expect(form.input('firstname').value).to.equal('Ada');
    });

    it('show a key that there is not', async () => {
      const form = await DefinedForm.of([{ name: 'a', label: '@i18n:webchat.Nothing' }]);
      expect(form.labelOf('a')).to.equal('@i18n:webchat.Nothing');
    });

    it('may be HTML', async () => {
      const form = await DefinedForm.of(everyKind);
      await form.says('I agree to the terms');
      const link = form.input('terms').labels![0]!.querySelector('a');
      expect([link?.href, link?.target]).to.deep.equal(['https://lamps.example/', '_blank']);
      expect(textOf(parts(form.element, 'form-row')[0])).to.equal('Good to knowWe are five');
    });

    it('come in the order of the wrapper, whose frame stays out', async () => {
      const form = await DefinedForm.of(
        [{ name: 'a', label: 'A', wrapper: '<tr><td>first {input}</td><th>then {label}</th> last</tr>' }],
        { wrapper: '<table></table>' },
      );
      expect(textOf(part(form.element, 'field'))).to.equal('first then Alast');
      expect(form.element.shadowRoot?.querySelector('table, tr, td, th')).to.equal(null);
      expect(findPart(form.element, 'form-row')).to.equal(undefined);
      const label = form.input('a').labels![0]!;
      expect(form.input('a').compareDocumentPosition(label) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    });

    it('of the wrapper of the whole form stand above it', async () => {
      const form = await DefinedForm.of([{ name: 'a' }], { wrapper: '<div><h3>Welcome</h3></div>' });
      await form.says('Welcome');
      expect(textOf(part(form.element, 'form-row'))).to.equal('Welcome');
    });
  });

  it('lays first and last name side by side, and one of them alone over the whole row', async () => {
    const names = [{ name: 'firstname' }, { name: 'lastname' }];
    const rows = async (...inputs: readonly object[]) => {
      const form = await DefinedForm.of(inputs);
      return parts(form.element, 'field').map((field) => Math.round(field.getBoundingClientRect().width));
    };
    const [both, alone, other] = [await rows(...names), await rows(...names.slice(1)), await rows({ name: 'phone' })];
    expect(alone).to.deep.equal(other);
    expect(both[0]).to.be.below(alone[0]! / 2);
  });

  describe('checks', () => {
    it('put the focus on a summary that leads to the fields', async () => {
      const form = await DefinedForm.of([
        { name: 'firstname', label: 'Given name', required: true },
        { name: 'terms', type: 'checkbox', label: 'I <b>agree</b>', required: true },
      ]);
      await form.submit();
      expect(form.sent).to.equal(undefined);
      expect(focused()).to.equal(part(form.element, 'form-error'));
      expect(form.summary).to.equal('Please check: Given name I agree');
      part(form.element, 'form-error').querySelectorAll('button')[1]?.click();
      expect(focused()).to.equal(form.input('terms'));
      expect(await form.descriptionOf('firstname')).to.equal(enFeatures.Errors[102]);
      expect(await form.descriptionOf('terms')).to.equal(enFeatures.FormFieldMissing);
    });

    for (const [row, bad, good] of [
      [{ name: 'a', required: true }, '  ', 'x'],
      [{ name: 'a', type: 'email' }, 'ada@', 'ada@example.com'],
      [{ name: 'a', type: 'number', min: 18 }, '17', '18'],
      [{ name: 'a', type: 'url' }, 'lamps', 'https://lamps.example'],
      [{ name: 'a', pattern: '[0-9]{4}' }, '12', '1234'],
      [{ name: 'a', type: 'textarea', required: true }, '', 'x'],
      [{ name: 'a', type: 'checkbox', required: true }, false, true],
    ] as const) {
      it(`hold for ${JSON.stringify(row)}`, async () => {
        const form = await DefinedForm.of([row]);
        form.enter('a', bad);
        await form.submit();
        expect(form.sent, 'with the bad value').to.equal(undefined);
        form.enter('a', good);
        expect(await form.descriptionOf('a'), 'as soon as it is mended').to.equal('');
        await form.submit();
        expect(form.sent).to.deep.equal({ a: String(good) });
      });
    }

    it('are made of a form that is sent before its fields are there', async () => {
      const form = await DefinedForm.of([]);
      const redefined = form.redefine({ inputs: [{ name: 'city', label: 'City', required: true }] });
      await form.submit();
      await redefined;
      await form.says(enFeatures.FormCheck);
      expect(form.sent).to.equal(undefined);
    });

    it('say what is wrong in the words of the title', async () => {
      const form = await DefinedForm.of([{ name: 'a', pattern: '[0-9]{4}', title: 'Four digits' }]);
      form.enter('a', 'x');
      form.leave('a');
      expect(await form.descriptionOf('a')).to.equal('Four digits');
    });

    it('do not call wrong what nobody has touched', async () => {
      const form = await DefinedForm.of([{ name: 'a', required: true, validate: () => false }]);
      form.leave('a');
      expect(await form.descriptionOf('a')).to.equal('');
    });

    it('do not ask for what nobody can mend', async () => {
      const form = await DefinedForm.of([
        { name: 'a', required: true, readonly: true },
        { name: 'b', type: 'hidden', required: true, validate: () => false },
      ]);
      await form.submit();
      expect(form.sent).to.deep.equal({});
    });

    it('put an error of the server at the field that it is about', async () => {
      const form = await DefinedForm.of([{ name: 'email', label: 'Your mail' }]);
      form.chat.answer('WebChat.startChat', () =>
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with answers
        Promise.reject({ status: 200, statusCode: 2, errors: [{ code: 364 }], operation: 'start', message: '' }),
      );
      form.enter('email', 'ada@example.com');
      await form.submit();
      await waitUntil(() => form.summary, 'The reason does not come', { timeout: 5000 });
      expect(form.summary).to.equal('Please check: Your mail');
      expect(form.input('email').value).to.equal('ada@example.com');
    });
  });

  describe('values', () => {
    it('are sent by the names of the inputs, without what says nothing', async () => {
      const form = await DefinedForm.of([
        { name: 'firstname' },
        { name: 'empty' },
        { name: 'news', type: 'checkbox' },
        { name: 'plan', type: 'checkbox', value: 'gold' },
        { name: 'other', type: 'checkbox', value: 'silver' },
        { name: 'page', type: 'hidden', value: 'heron' },
      ]);
      form.enter('firstname', ' Ada ');
      form.enter('plan', true);
      await form.submit();
      expect(form.sent).to.deep.equal({ firstname: 'Ada', news: 'false', plan: 'gold', page: 'heron' });
    });

    for (const [what, inputs, prefilled, nickname] of [
      ['nothing', [{ name: 'order', value: '7' }], {}, 'Visitor'],
      ['one name', [{ name: 'firstname', value: 'Ada' }], {}, 'Ada'],
      [
        'both names',
        [
          { name: 'firstname', value: 'A' },
          { name: 'lastname', value: 'L' },
        ],
        {},
        undefined,
      ],
      ['a nickname of the page', [{ name: 'order', value: '7' }], { nickname: 'Countess' }, 'Countess'],
    ] as const) {
      it(`say what to call a visitor of whom is known: ${what}`, async () => {
        const form = await DefinedForm.of(inputs);
        form.chat.window.set({ ...form.chat.window.get(), form: prefilled });
        await settled(form.element);
        await form.submit();
        const { form: sent } = form.chat.ran.at(-1)?.options as { form: { nickname?: string } };
        expect(sent.nickname).to.equal(nickname);
      });
    }

    it('may be filled in by the page, whatever the names', async () => {
      const form = await DefinedForm.of([
        { name: 'order', label: 'Order' },
        { name: 'terms', type: 'checkbox' },
        { name: 'topic', type: 'select', options: ['a', 'b'] },
        { name: 'page', type: 'hidden', value: 'heron' },
      ]);
      form.chat.window.set({ ...form.chat.window.get(), form: { order: 7, terms: true, topic: 'b', page: 'egret' } });
      await settled(form.element);
      expect(form.element.hasInput).to.equal(false);
      await form.submit();
      expect(form.sent).to.deep.equal({ order: '7', terms: 'true', topic: 'b', page: 'egret' });
    });

    it('keep a choice where the page fills in what there is not', async () => {
      const form = await DefinedForm.of([{ name: 'topic', type: 'select', options: ['a', 'b'] }]);
      form.chat.window.set({ ...form.chat.window.get(), form: { topic: 'c' } });
      await settled(form.element);
      expect(form.input('topic').value).to.equal('a');
    });

    it('start the chat by themselves when the page wants it', async () => {
      const chat = new FakeChat();
      chat.setOptions({ form: { inputs: [{ name: 'order' }] } });
      chat.window.set({ ...chat.window.get(), form: { order: '7', autoSubmit: true } });
      const form = await DefinedForm.in(chat);
      await settled(form.element);
      expect(form.sent).to.deep.equal({ order: '7' });
    });

    it('outlive another definition', async () => {
      const form = await DefinedForm.of([{ name: 'a' }, { name: 'b' }]);
      form.enter('a', 'typed');
      await form.redefine({ inputs: [{ name: 'a', type: 'textarea' }] });
      expect(form.input('a').value).to.equal('typed');
      expect(form.element.hasInput).to.equal(true);
      await form.redefine(undefined);
      expect(form.names).to.deep.equal(['firstname', 'lastname', 'email', 'subject']);
    });

    it('are those of the form that the window was opened with', async () => {
      const form = await DefinedForm.of([{ name: 'a' }]);
      form.chat.window.set({ ...form.chat.window.get(), formJSON: { inputs: [{ name: 'b' }] } });
      await settled(form.element);
      expect(form.names).to.deep.equal(['b']);
    });
  });

  describe('keyboard', () => {
    it('is filled in and sent without a mouse', async () => {
      const form = await DefinedForm.of([
        { name: 'page', type: 'hidden', value: 'heron' },
        { name: 'a', label: 'A' },
        { name: 'terms', type: 'checkbox', label: 'Terms' },
        { name: 'b', label: 'B' },
      ]);
      form.element.focus();
      await type('x');
      await press('Tab');
      await type(' ');
      await press('Tab');
      await type('y');
      await press('Enter');
      expect(form.sent).to.deep.equal({ page: 'heron', a: 'x', terms: 'true', b: 'y' });
    });

    it('begins at the button where there is nothing to fill in', async () => {
      const form = await DefinedForm.of([{ custom: 'Just start' }]);
      form.element.focus();
      expect(focused()).to.equal(part(form.element, 'submit-button'));
    });
  });
});
