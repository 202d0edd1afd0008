import type { Count, OptionType } from '../../src/config/option-types.js';
import { options, type OptionName } from '../../src/config/options.js';

/** By what an option is set on the page. */
export type OptionControl =
  | { readonly kind: 'switch' | 'text' | 'json' | 'code' }
  | { readonly kind: 'number'; readonly count: Count }
  | { readonly kind: 'choice'; readonly values: readonly (string | boolean | number)[] };

/** The control that fits what the option takes. */
export function controlOf(name: OptionName): OptionControl {
  const type: OptionType<unknown> = options[name].type;
  if (type.takes)
    return 'unit' in type.takes ? { kind: 'number', count: type.takes } : { kind: 'choice', values: type.takes };
  if (type.read(() => undefined) !== undefined) return { kind: 'code' };
  if (!type.fromAttribute) return { kind: 'json' };
  return { kind: type.read(true) === undefined ? 'text' : 'switch' };
}
