import { describeMistake } from './describe-mistake.js';
import type { ResolvedOptions } from './options.js';
import { readOptions, type OptionLayer } from './read-options.js';

export { configLayer, type ChatConfig } from './read-options.js';

/** The options, and a sentence for each value that was no good. */
export interface Resolution {
  readonly options: ResolvedOptions;
  readonly problems: readonly string[];
}

/** Reads the options, and says at once what is wrong: for who does not mind the bytes of the sentences. */
export function resolveOptions(layers: readonly OptionLayer[]): Resolution {
  const { options, mistakes } = readOptions(layers);
  return { options, problems: mistakes.map(describeMistake) };
}
