import { parseArgs } from 'node:util';
import { ChatDay } from './chat-day.js';
import { describeDay, faultsOf } from './day-report.js';

// `npm run test:time`, with `-- --rounds=<number>` for more or fewer rounds of six hours than the four of a day.
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '4' } } });

const start = performance.now();
const result = await new ChatDay().live(Number(values.rounds));
const faults = faultsOf(result);
for (const fault of faults) console.error(fault);
console.log(`${describeDay(result)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
process.exit(faults.length > 0 ? 1 : 0);
