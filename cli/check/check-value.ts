import type { AnyNode } from 'acorn';
import { takes } from '../../src/config/describe-mistake.js';
import { foreignTransports } from '../../src/config/find-option.js';
import { isInsecure } from '../../src/config/is-insecure.js';
import { options, type OptionName } from '../../src/config/options.js';
import type { OptionType } from '../../src/config/option-types.js';
import { changes, unsupported, type Fact } from '../facts/fact.js';
import type { Context } from './check-configuration.js';

const addresses = new Set<OptionName>(['dataURL', 'cometD.cometURL', 'cometD.apiURL', 'transport.dataURL', 'i18n']);

/** Checks the value that an option is given, as far as it can be known; tells whether it is good. */
export function checkValue(name: OptionName, path: string, node: AnyNode, context: Context): boolean {
  let isGood = true;
  for (const value of context.meanings.behind(node)) {
    const known = context.meanings.valueOf(value);
    const fact = known && valueFact(name, known.value);
    if (!fact) continue;
    isGood = false;
    context.report(context.script.placeOf(value), path, fact);
  }
  return isGood;
}

function valueFact(name: OptionName, value: unknown): Fact | undefined {
  const type: OptionType<unknown> = options[name].type;
  if (value === undefined || value === null) return undefined;
  if (name === 'transport.type' && typeof value === 'string' && foreignTransports.includes(value)) {
    return unsupported(`The transport ${value} is not here; \`gms-rest\` is, which is the default.`);
  }
  // Which themes a site has may be said elsewhere.
  if (name !== 'theme' && type.read(value) === undefined) return changes(`It takes ${takes(name)}.`);
  if (addresses.has(name) && typeof value === 'string' && isInsecure(value)) {
    return changes('Browsers let no page on https ask an http address: write https.');
  }
  return undefined;
}
