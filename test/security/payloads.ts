import { addressPayloads } from './address-payloads.js';
import { markdownPayloads } from './markdown-payloads.js';
import { markupPayloads } from './markup-payloads.js';
import { textPayloads } from './text-payloads.js';

/** Every text that a hostile party may send, by kind. */
export const payloadKinds: Readonly<Record<string, readonly string[]>> = {
  ...markupPayloads,
  ...addressPayloads,
  ...textPayloads,
  ...markdownPayloads,
};

/** Every text once. */
export const payloads: readonly string[] = [...new Set(Object.values(payloadKinds).flat())];
