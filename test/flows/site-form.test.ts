import { expect } from '@open-wc/testing';
import type { FormDefinition } from '../../components/genesys-webchat/index.js';
import { chatElement, nextEvent } from '../support/chat-element.js';
import { press, type } from '../support/keyboard.js';
import { Visitor } from '../support/visitor.js';

const siteForm: FormDefinition = {
  wrapper: '<table></table>',
  inputs: [
    { custom: '<p>Before we <b>start</b></p>' },
    { id: 'cx_webchat_form_firstname', name: 'firstname', label: '@i18n:webchat.ChatFormFirstName', required: true },
    { name: 'order', type: 'number', label: 'Order', wrapper: '<tr><th>{label}</th><td>{input}</td></tr>' },
    { name: 'terms', type: 'checkbox', label: 'I agree to the <a href="/terms">terms</a>', required: true },
    { name: 'page', type: 'hidden', value: 'heron' },
  ],
};

describe('the form that a site defines', () => {
  it('starts a chat by keyboard alone; what belongs to the chat goes there, the rest to its user data', async () => {
    const { element, server } = await chatElement();
    element.form = siteForm;
    element.userData = { plan: 'gold' };
    element.attachPageData = false;
    const visitor = new Visitor(element);
    (await visitor.finds('launcher-button')).focus();
    await press('Enter');
    await visitor.isAt('input');
    await type('Ada');
    await press('Tab');
    await type('1024');
    await press('Tab', 'Enter');
    await visitor.isAt('form-error');
    await visitor.tabsTo('input');
    while (visitor.focused?.getAttribute('name') !== 'terms') await press('Tab');
    await type(' ');
    await press('Enter');
    await visitor.isAt('message-input');
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Ada');
    expect(chat?.userData).to.deep.include({ order: '1024', terms: 'true', page: 'heron', plan: 'gold' });
    expect(chat?.userData).not.to.have.property('firstname');
  });

  it('is that of WebChat.open where there is one, filled in and sent by the page', async () => {
    const { element, server } = await chatElement();
    element.form = siteForm;
    const started = nextEvent(element, 'WebChatService.started');
    await element.open({
      formJSON: { inputs: [{ name: 'nickname' }, { name: 'topic', type: 'select', options: ['a', 'b'] }] },
      form: { nickname: 'Ada', topic: 'b', autoSubmit: true },
    });
    await started;
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Ada');
    expect(chat?.userData).to.deep.include({ topic: 'b' });
    expect(chat?.userData).not.to.have.property('page');
  });

  it('keeps what was typed while it is minimised, and after a start that failed', async () => {
    const { element, server } = await chatElement();
    await element.open({
      formJSON: {
        inputs: [
          { name: 'firstname', label: 'Name' },
          { name: 'story', type: 'textarea' },
        ],
      },
    });
    const visitor = new Visitor(element);
    await visitor.isAt('input');
    await type('Ada');
    await press('Tab');
    await type('long');
    await element.minimize(true);
    await element.minimize(false);
    await server.setFaults({ statusCode: 2 });
    (await visitor.finds('submit-button')).click();
    await visitor.isAt('form-error');
    await server.mend();
    (await visitor.finds('submit-button')).click();
    await visitor.finds('message-input');
    const [chat] = await server.chats();
    expect(chat?.userData).to.deep.include({ story: 'long' });
  });

  it('takes names that objects have already', async () => {
    const { element, server } = await chatElement();
    const names = ['constructor', 'toString', '__proto__'];
    await element.open({
      formJSON: { inputs: [{ name: 'firstname', value: 'Ada' }, ...names.map((name) => ({ name, value: 'x' }))] },
      form: { autoSubmit: true },
    });
    await new Visitor(element).finds('message-input');
    const [chat] = await server.chats();
    for (const name of names) expect(Object.entries(chat?.userData ?? {}), name).to.deep.include([name, 'x']);
    expect(Object.getPrototypeOf({})).to.equal(Object.prototype);
  });
});
