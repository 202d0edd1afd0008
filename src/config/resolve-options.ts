import { describeMistakes, type Remark } from './describe-mistake.js';
import type { ResolvedOptions } from './options.js';
import { readOptions, type OptionLayer } from './read-options.js';

export { configLayer, type ChatConfig } from './read-options.js';

/** The options, and what is to be said of them. */
export interface Resolution {
  readonly options: ResolvedOptions;
  readonly remarks: readonly Remark[];
}

/** Reads the options, and says at once what is wrong: for who does not mind the bytes of the sentences. */
export function resolveOptions(layers: readonly OptionLayer[]): Resolution {
  const { options, mistakes } = readOptions(layers);
  return { options, remarks: describeMistakes(mistakes) };
}
