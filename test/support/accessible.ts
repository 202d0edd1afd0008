import { expect } from '@open-wc/testing';
import { untilRest } from './on-screen.js';

/** Axe finds nothing in the element when it has come to rest: a colour that is fading in has a contrast of its own. */
export async function expectAccessible(element: Element): Promise<void> {
  await untilRest(element);
  await expect(element).to.be.accessible();
}
