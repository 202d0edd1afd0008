import { ChatError } from '../errors.js';
import type { MessageLook } from '../model/message.js';
import type { InjectedMessage } from './names.js';

type Check = readonly [takes: string, accepts: (value: unknown) => boolean];

const supports = (property: string) => (value: unknown) => typeof value === 'string' && CSS.supports(property, value);

const checks: Readonly<Record<keyof MessageLook, Check>> = {
  fill: ['a colour of CSS', supports('background-color')],
  radius: ['a length of CSS, or a number of pixels', supports('border-radius')],
  time: ['true or false', isBoolean],
  name: ['true or false', isBoolean],
  direction: ["'left' or 'right'", (value) => value === 'left' || value === 'right'],
  isBare: ['true or false', isBoolean],
};

/**
 * How the page wants its entry to look; undefined where that is as all others. Values are those of CSS properties, one
 * each, so that nothing else can come with them.
 * @throws {ChatError} when a value is none.
 */
export function readLook({ custom, bubble = {} }: InjectedMessage): MessageLook | undefined {
  const { fill, radius, time, name, direction } = bubble;
  const given = {
    fill,
    radius: typeof radius === 'number' ? `${String(radius)}px` : radius,
    time,
    name,
    direction,
    isBare: custom,
  };
  const look = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  for (const [each, value] of Object.entries(look)) {
    const [takes, accepts] = checks[each as keyof MessageLook];
    const path = each === 'isBare' ? 'custom' : `bubble.${each}`;
    if (!accepts(value)) throw new ChatError(`injectMessage takes ${path}: ${takes}`);
  }
  return Object.keys(look).length > 0 ? look : undefined;
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}
