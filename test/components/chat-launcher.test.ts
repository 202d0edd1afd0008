import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../components/chat-launcher/chat-launcher.js';
import type { ChatLauncher } from '../../components/chat-launcher/chat-launcher.js';
import { expectAccessible } from '../support/accessible.js';
import { FakeChat, chatFixture, findPart, focused, part, passedOnFixture, textOf } from '../support/chat-fixture.js';

const launcher = () => chatFixture<ChatLauncher>(new FakeChat(), html`<genesys-chat-launcher></genesys-chat-launcher>`);

describe('genesys-chat-launcher', () => {
  describe('accessibility', () => {
    it('passes axe', async () => {
      await expectAccessible(await launcher());
    });

    it('passes axe with unread messages, in the dark', async () => {
      const template = html`<genesys-chat-launcher .unread=${3}></genesys-chat-launcher>`;
      await expectAccessible(await chatFixture(new FakeChat(), template, 'dark'));
    });

    it('is a button in a region of its name', async () => {
      const element = await launcher();
      expect(part(element, 'launcher').getAttribute('aria-label')).to.equal('Chat');
      expect(part(element, 'launcher-button').tagName).to.equal('BUTTON');
    });

    it('tells the number of unread messages in words', async () => {
      const element = await launcher();
      element.unread = 3;
      await element.updateComplete;
      const id = part(element, 'launcher-button').getAttribute('aria-describedby') ?? '';
      expect(textOf(element.shadowRoot?.getElementById(id) ?? undefined)).to.equal('3 unread');
    });
  });

  describe('properties', () => {
    it('is labelled Chat unless told otherwise', async () => {
      const element = await launcher();
      expect(textOf(part(element, 'launcher-label'))).to.equal('Chat');
      element.words = { lang: 'de', label: 'Hilfe', unread: (count) => (count === 1 ? 'neue' : 'neu') };
      element.unread = 1;
      await element.updateComplete;
      expect(textOf(part(element, 'launcher-label'))).to.equal('Hilfe');
      expect(part(element, 'launcher').lang).to.equal('de');
      expect(textOf(element.shadowRoot?.getElementById('unread') ?? undefined)).to.equal('1 neue');
    });

    it('says that the window is not expanded', async () => {
      expect(part(await launcher(), 'launcher-button').ariaExpanded).to.equal('false');
    });

    it('makes room for the window', async () => {
      const element = await launcher();
      element.expanded = true;
      await element.updateComplete;
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it('shows no badge without unread messages', async () => {
      expect(findPart(await launcher(), 'launcher-badge')).to.equal(undefined);
    });

    it('counts up to 99', async () => {
      const element = await launcher();
      element.unread = 7;
      await element.updateComplete;
      expect(textOf(part(element, 'launcher-badge'))).to.equal('7');
      element.unread = 120;
      await element.updateComplete;
      expect(textOf(part(element, 'launcher-badge'))).to.equal('99+');
    });
  });

  describe('slots', () => {
    it('takes another icon', async () => {
      const element = await fixture<ChatLauncher>(
        html`<genesys-chat-launcher><b slot="launcher-icon">?</b></genesys-chat-launcher>`,
      );
      await element.updateComplete;
      expect(findPart(element, 'launcher-icon')).to.equal(undefined);
    });

    it('keeps its own icon when a slot that is passed on is empty', async () => {
      const element = await passedOnFixture<ChatLauncher>(
        html`<genesys-chat-launcher><slot name="launcher-icon" slot="launcher-icon"></slot></genesys-chat-launcher>`,
      );
      await element.updateComplete;
      expect(findPart(element, 'launcher-icon')).to.not.equal(undefined);
    });
  });

  describe('keyboard', () => {
    it('takes the focus for its button', async () => {
      const element = await launcher();
      element.focus();
      expect(focused()).to.equal(part(element, 'launcher-button'));
    });

    it('is clicked by Enter', async () => {
      const element = await launcher();
      element.focus();
      const click = oneEvent(element, 'click');
      await sendKeys({ press: 'Enter' });
      await click;
      expect(focused()).to.equal(part(element, 'launcher-button'));
    });
  });
});
