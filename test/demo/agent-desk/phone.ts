import { expect } from '@open-wc/testing';
import { DeskPage } from './desk-page.js';

/** What a test does in a page of another size: by the means of that page. */
export interface Phone {
  readonly DeskPage: typeof DeskPage;
  readonly expect: typeof expect;
}

/** The frame around the page. */
export interface PhoneFrame extends HTMLIFrameElement {
  onPage: (phone: Phone) => void;
}

(window.frameElement as PhoneFrame).onPage({ DeskPage, expect });
