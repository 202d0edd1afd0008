import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The axe-core program, to be run inside a page. */
const axe = readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/**
 * To be run inside a page: waits until everything on it, shadow trees too, has come to rest. A colour that is just fading
 * in has a contrast of its own.
 */
const rest = `(async () => {
  const moves = (root) => [...root.querySelectorAll('*')].some((each) =>
    (each.shadowRoot && moves(each.shadowRoot)) ||
    each.getAnimations().some(({ effect }) => effect.getComputedTiming().iterations !== Infinity));
  do await new Promise(requestAnimationFrame); while (moves(document));
})()`;

/** Waits until nothing on the page moves any more, but for what moves for ever. */
export async function untilRest(page: Page): Promise<void> {
  await page.evaluate(rest);
}

/**
 * What axe says against the page when it has come to rest, a line each. The strict policy lets it in through the debugger
 * alone, and would not let it preload style sheets into the page. Two rules of level A and AA are off unless asked for.
 */
export async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: rest, awaitPromise: true });
  const { result: known } = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (known.value === 'undefined') await session.send('Runtime.evaluate', { expression: await axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ preload: false, resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } } }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))))`,
    awaitPromise: true,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as string[];
}
