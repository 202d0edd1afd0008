import { expect } from '@open-wc/testing';
import { chatElement, type ChatElement } from '../../support/chat-element.js';
import { parts } from '../../support/chat-fixture.js';
import { resizePage } from '../../support/viewport.js';
import { Visitor } from '../../support/visitor.js';

describe('<genesys-webchat> on a phone that lies on its side', () => {
  let chat: ChatElement;
  let visitor: Visitor;

  /** Whether nothing of it is cut off or covered: its corners are what a finger would touch. */
  const isFree = (target: HTMLElement): boolean => {
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const root = target.getRootNode() as ShadowRoot;
    return [top + 8, bottom - 8].every((y) => target.contains(root.elementFromPoint((left + right) / 2, y)));
  };

  beforeEach(async () => {
    chat = await chatElement();
    visitor = new Visitor(chat.element);
  });

  for (const height of [360, 190]) {
    it(`leaves the form all of the screen, which is ${String(height)} pixels high`, async function () {
      await resizePage(this, 740, height);
      await chat.element.open();
      const window = await visitor.finds('window');
      await visitor.seesRest();
      expect(window.getBoundingClientRect()).to.include({ width: 740, height });
      for (const input of parts(chat.element, 'input')) {
        input.focus();
        expect(isFree(input), (input as HTMLInputElement).name).to.equal(true);
      }
      const submit = await visitor.finds('submit-button');
      submit.scrollIntoView();
      expect(isFree(submit)).to.equal(true);
      await resizePage(this, 800, 600);
    });
  }
});
