import { expect } from '@open-wc/testing';
import { enFeatures } from '../../../src/i18n/en-features.js';
import { failuresOf } from '../../bus/harness.js';
import { press, type } from '../../support/keyboard.js';
import { DefinedForm } from './defined-form.js';

/** A check that keeps what it was called with, and answers that. */
function check(answer: (input: HTMLInputElement, event: Event) => unknown) {
  const calls: unknown[][] = [];
  const validate = (...given: unknown[]): unknown => {
    calls.push(given);
    return answer(given[2] as HTMLInputElement, given[0] as Event);
  };
  return { validate, calls, types: () => calls.map(([event]) => (event as Event).type) };
}

describe("a site's own check", () => {
  it('is given the event, the elements and the bus, in the order of old', async () => {
    const { validate, calls } = check(() => true);
    const form = await DefinedForm.of([{ name: 'a', label: 'A', validate }]);
    await form.submit();
    const [event, formElement, input, label, jQuery, bus, common] = calls[0] ?? [];
    expect((event as Event).type).to.equal('submit');
    expect(formElement).to.be.instanceOf(HTMLFormElement);
    expect((formElement as HTMLFormElement).elements.namedItem('a')).to.equal(input);
    expect(input).to.equal(form.input('a'));
    expect(label).to.equal(form.input('a').labels?.[0]);
    expect([jQuery, common]).to.deep.equal([undefined, undefined]);
    expect(bus).to.equal(form.chat.bus);
  });

  it('is asked on submit and when the field is left, and while typing only if wanted', async () => {
    const [own, eager] = [check(() => true), check(() => true)];
    const form = await DefinedForm.of([
      { name: 'a', validate: own.validate },
      { name: 'b', validate: eager.validate, validateWhileTyping: true },
    ]);
    form.input('a').focus();
    await type('x');
    await press('Tab');
    await type('y');
    expect(own.types()).to.deep.equal(['blur']);
    expect(eager.types()).to.deep.equal(['keyup']);
    await press('Enter');
    expect(own.types()).to.deep.equal(['blur', 'submit']);
    expect(eager.types()).to.include('submit');
  });

  it('keeps the chat from starting, and marks the field', async () => {
    const form = await DefinedForm.of([
      { name: 'a', validate: (_: Event, __: unknown, input: HTMLInputElement) => input.value === 'yes' },
    ]);
    form.enter('a', 'no');
    await form.submit();
    expect(form.sent).to.equal(undefined);
    expect(await form.descriptionOf('a')).to.equal(enFeatures.FormFieldInvalid);
    form.enter('a', 'yes');
    form.leave('a');
    expect(await form.descriptionOf('a')).to.equal('');
    await form.submit();
    expect(form.sent).to.deep.equal({ a: 'yes' });
  });

  it('marks the field while typing where wanted', async () => {
    const validate = check((input) => input.value.length > 2).validate;
    const form = await DefinedForm.of([{ name: 'a', validate, validateWhileTyping: true }]);
    form.enter('a', 'x');
    expect(await form.descriptionOf('a')).to.equal(enFeatures.FormFieldInvalid);
    form.enter('a', 'xxx');
    expect(await form.descriptionOf('a')).to.equal('');
  });

  it('may say itself what is wrong', async () => {
    const { validate } = check((input) => {
      if (input.value !== 'yes') input.setCustomValidity('Say yes.');
    });
    const form = await DefinedForm.of([{ name: 'a', validate }]);
    await form.submit();
    expect(await form.descriptionOf('a')).to.equal('Say yes.');
    form.enter('a', 'yes');
    await form.submit();
    expect(form.sent).to.deep.equal({ a: 'yes' });
  });

  it('may change what it and others hold', async () => {
    const { validate } = check((input) => {
      input.value = input.value.toUpperCase();
      input.form!.querySelector<HTMLInputElement>('[name=b]')!.value = 'set';
      return true;
    });
    const form = await DefinedForm.of([
      { name: 'a', validate },
      { name: 'b', type: 'hidden' },
    ]);
    form.enter('a', 'x');
    form.leave('a');
    await form.submit();
    expect(form.sent).to.deep.equal({ a: 'X', b: 'set' });
  });

  it('may write into the label, and texts change all the same', async () => {
    const { validate } = check((input) => {
      input.labels![0]!.textContent = 'Changed';
      return true;
    });
    const form = await DefinedForm.of([{ name: 'a', label: 'A', validate }]);
    form.leave('a');
    await form.redefine({ inputs: [{ name: 'a', label: 'B' }] });
    expect(form.labelOf('a')).to.equal('B');
  });

  it('that forgets to answer has nothing against it', async () => {
    const form = await DefinedForm.of([{ name: 'a', validate: () => undefined }]);
    await form.submit();
    expect(form.sent).to.deep.equal({});
  });

  it('that throws is reported, and the visitor is let through', async () => {
    const mistake = new TypeError('input.val is not a function');
    const validate = () => {
      throw mistake;
    };
    const form = await DefinedForm.of([{ name: 'a', validate }]);
    const reported = await failuresOf(() => form.submit());
    expect(form.sent).to.deep.equal({});
    expect(reported).to.deep.equal([mistake]);
  });
});
