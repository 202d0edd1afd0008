import { being, type Shape } from './shape.js';

/** One of these texts. */
export function oneOf(...texts: readonly string[]): Shape {
  return being(`one of ${texts.join(', ')}`, (value) => texts.includes(value as string));
}
