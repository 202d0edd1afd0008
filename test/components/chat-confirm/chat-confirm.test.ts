import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../../components/chat-confirm/chat-confirm.js';
import type { ChatConfirm, Decision, Question } from '../../../components/chat-confirm/chat-confirm.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, chatFixture, focused, part, textOf } from '../../support/chat-fixture.js';

const confirm = (question: Question = 'end', theme: 'light' | 'dark' = 'light') =>
  chatFixture<ChatConfirm>(
    new FakeChat(),
    html`<genesys-chat-confirm .question=${question}></genesys-chat-confirm>`,
    theme,
  );

describe('genesys-chat-confirm', () => {
  for (const [question, words] of [
    ['end', 'End this chat? You won’t be able to write to this agent any more. Cancel End chat'],
    ['close', 'Close this window? What you have typed will be lost. Cancel Close'],
    [
      'leave',
      'Close this window? You can close the window and come back to this conversation later, or end it. Close Window Cancel End Chat',
    ],
  ] as const) {
    it(`asks whether to ${question}`, async () => {
      expect(textOf(part(await confirm(question), 'confirm'))).to.equal(words);
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe when it asks whether to ${question}, in ${theme} colours`, async () => {
        await expectAccessible(await confirm(question, theme));
      });
    }
  }

  it('is an alert dialog named by its question', async () => {
    const element = await confirm();
    const box = part(element, 'confirm');
    expect(box.role).to.equal('alertdialog');
    const label = element.shadowRoot?.getElementById(box.getAttribute('aria-labelledby') ?? '');
    expect(textOf(label ?? undefined)).to.equal('End this chat?');
  });

  it('puts the focus on the button that changes nothing', async () => {
    const element = await confirm();
    expect(focused()).to.equal(part(element, 'confirm-cancel-button'));
  });

  /** What the visitor's decisions are to be followed by. */
  const decisionsOf = (element: ChatConfirm): Decision['detail'][] => {
    const decisions: Decision['detail'][] = [];
    element.addEventListener('genesys-chat-decide', (event) => {
      expect(event.bubbles).to.equal(false);
      decisions.push(event.detail);
    });
    return decisions;
  };

  for (const [question, command] of [
    ['end', 'WebChat.endChat'],
    ['close', 'WebChat.close'],
    ['leave', 'WebChat.endChat'],
  ] as const) {
    it(`tells that the visitor wants it, which is ${command} after the question whether to ${question}`, async () => {
      const element = await confirm(question);
      const decisions = decisionsOf(element);
      part(element, 'confirm-button').click();
      expect(decisions).to.deep.equal([command]);
    });
  }

  it('tells that the window alone is to be closed', async () => {
    const element = await confirm('leave');
    const decisions = decisionsOf(element);
    part(element, 'leave-button').click();
    expect(decisions).to.deep.equal(['WebChat.close']);
  });

  it('tells that all is to stay as it is, by the button and by Escape', async () => {
    const element = await confirm();
    const decisions = decisionsOf(element);
    part(element, 'confirm-cancel-button').click();
    await sendKeys({ press: 'Escape' });
    expect(decisions).to.deep.equal([null, null]);
  });
});
