import { addressPayloads } from './address-payloads.js';
import { markdownPayloads } from './markdown-payloads.js';
import { markupPayloads } from './markup-payloads.js';
import { textPayloads } from './text-payloads.js';

/** Every text that a hostile party may send, once. */
export const payloads: readonly string[] = [
  ...new Set(
    [markupPayloads, addressPayloads, textPayloads, markdownPayloads].flatMap(Object.values<readonly string[]>).flat(),
  ),
];
