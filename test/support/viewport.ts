import { setViewport } from '@web/test-runner-commands';

/** Gives the page that size; skips the test in a browser whose driver cannot. */
export async function resizePage(test: Mocha.Context, width: number, height: number): Promise<void> {
  // WebDriver, which Safari's engine is driven by, sizes windows and not pages.
  if (/AppleWebKit(?!.*Chrom)/.test(navigator.userAgent)) test.skip();
  await setViewport({ width, height });
}
