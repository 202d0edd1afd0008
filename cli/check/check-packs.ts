import type { AnyNode } from 'acorn';
import { packedTexts } from '../../src/legacy/packed-texts.js';
import { changes, same } from '../facts/fact.js';
import type { Context } from './check-configuration.js';

/** Checks language packs, as far as they are known. */
export function checkPacks(node: AnyNode, { script, meanings, report }: Context): void {
  const known = meanings.valueOf(node);
  if (typeof known?.value !== 'object') return;
  const { texts, mistakes } = packedTexts(known.value);
  const place = script.placeOf(node);
  for (const language of texts.keys()) report(place, `language pack ${language}`, same);
  for (const mistake of mistakes) {
    report(
      place,
      `language pack: ${mistake}`,
      changes('It is ignored: packs are texts as {<language>: {<namespace>: {<Key>: text}}}.'),
    );
  }
}
