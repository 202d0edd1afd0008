import { parseArgs } from 'node:util';
import { describeFailures, fuzz, fuzzSeed } from './fuzz.js';

// `npm run test:fuzz`, with `-- --answers=<number>` for more or fewer, or `-- --seed=<number>` for one seed alone.
const { values } = parseArgs({ options: { seed: { type: 'string' }, answers: { type: 'string', default: '100000' } } });

const start = performance.now();
const result = values.seed === undefined ? await fuzz(Number(values.answers)) : await fuzzSeed(Number(values.seed));
const seconds = ((performance.now() - start) / 1000).toFixed(1);
if (result.failures.length > 0) console.error(describeFailures(result));
console.log(
  `fuzz: ${result.tried} mutated answers tried in ${seconds} s, ${result.accepted} of them accepted, ` +
    `${result.failures.length} seeds failed`,
);
process.exit(result.failures.length > 0 ? 1 : 0);
