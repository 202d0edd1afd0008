import { LinkifyIt } from 'linkify-it';
import { linkAddress } from '../internal/addresses.js';
import { linkTemplate } from '../internal/link-template.js';

const phoneNumber = /\+?\d[\d().\- ]*\d/y;

const finder = new LinkifyIt({ fuzzyLink: true })
  .add('ftp:', null)
  .add('//', null)
  .add('tel:', { validate: phoneNumberLength });

/** The text with its links as links. Punctuation around a link stays text. */
export function withLinks(text: string): unknown[] {
  const parts: unknown[] = [];
  let end = 0;
  for (const { index, lastIndex, schema, raw, url } of finder.match(text) ?? []) {
    // Hardly a site is left that does not answer to https.
    const address = linkAddress(schema ? url : `https://${raw}`);
    if (!address) continue;
    parts.push(text.slice(end, index), linkTemplate(address, raw));
    end = lastIndex;
  }
  return [...parts, text.slice(end)];
}

function phoneNumberLength(text: string, at: number): number {
  phoneNumber.lastIndex = at;
  return phoneNumber.exec(text)?.[0].length ?? 0;
}
