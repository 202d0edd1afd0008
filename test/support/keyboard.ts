import { sendKeys } from '@web/test-runner-commands';

/** Safari's engine takes keys by WebDriver, which has characters for those without one, and holds all of a call at once. */
const isByWebDriver = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
const shift = '\uE008';
const characters = { Enter: '\uE007', Tab: '\uE004' } as const;

/** Presses keys, one after the other. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Presses a key while Shift is held down. */
export async function pressWithShift(key: keyof typeof characters): Promise<void> {
  if (isByWebDriver) {
    await sendKeys({ type: `${shift}${characters[key]}` });
    return;
  }
  await sendKeys({ down: 'Shift' });
  await press(key);
  await sendKeys({ up: 'Shift' });
}

/** Types a text of characters that keys have. */
export async function type(text: string): Promise<void> {
  if (isByWebDriver) await press(...Array.from(text));
  else await sendKeys({ type: text });
}
