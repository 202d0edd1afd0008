import { parseArgs } from 'node:util';
import { chaos, describeFailures } from './chaos.js';

// `npm run test:chaos`, with `-- --seeds=<number>` for more or fewer, `-- --from=<number>` to begin with another seed, or
// `-- --seed=<number>` for one alone, which does the same each time. What was done in a seed that failed is printed for
// one alone, and with `--log`. `--gc` frees memory all the time, which must change nothing: the fingerprint tells.
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    times: { type: 'string', default: '1' },
    log: { type: 'boolean', default: false },
    gc: { type: 'boolean', default: false },
  },
});

const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.from) + at)
    : Array.from({ length: Number(values.times) }, () => Number(values.seed));
const freeing = values.gc && setInterval(() => globalThis.gc?.(), 10);
const start = performance.now();
const result = await chaos(seeds);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
if (result.failures.length > 0) console.error(describeFailures(result, values.log || values.seed !== undefined));
clearInterval(freeing || undefined);
console.log(
  `chaos: ${String(result.seeds)} schedules run in ${seconds} s, ${String(result.delivered)} messages of visitors ` +
    `delivered once, ${String(result.failures.length)} seeds failed, fingerprint ${result.fingerprint}`,
);
process.exit(result.failures.length > 0 ? 1 : 0);
