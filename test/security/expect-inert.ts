import { expect } from '@open-wc/testing';
import type { StrictPage } from '../support/strict-page.js';
import { strangersBelow } from './what-may-be.js';

/** What a site shows of somebody's wishes beside text: pictures from the web, or HTML with them. */
export type Wishes = 'pictures' | 'html';

/** Pictures are asked for, and it is the page's policy that decides about their addresses. */
const picture = /^(document img-src|img) https?:/;

/**
 * Chromium reports what is inline in HTML as soon as it is parsed, for the page as a whole, though it is in a document of
 * its own in which nothing runs. What runs, or would, is reported for its element.
 */
const parsed =
  /^document ((script-src-attr|style-src-attr|style-src-elem) inline|require-trusted-types-for trusted-types-sink HTMLScriptElement text\|)/;

/** Nothing has run, nothing is there that no chat is made of, nothing was asked for, and the page is as it was before. */
export function expectInert(page: StrictPage, before: StrictPage['state'], wants?: Wishes): void {
  const isWanted = (each: string): boolean =>
    (wants !== undefined && picture.test(each)) || (wants === 'html' && parsed.test(each));
  expect(strangersBelow(page.element).slice(0, 3), 'elements and attributes').to.deep.equal([]);
  expect(page.state, 'the page').to.deep.equal(before);
  expect(page.violations.filter((each) => !isWanted(each)).slice(0, 3), 'forbidden').to.deep.equal([]);
  expect(page.strayRequests.filter((each) => !isWanted(each)).slice(0, 3), 'requests').to.deep.equal([]);
}
