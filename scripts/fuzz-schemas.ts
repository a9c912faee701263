/**
 * `npm run fuzz:schemas -- [--count 10000] [--seed 1]`: decides that many random pairs of schemas; exits with 1 when one is
 * answered wrongly, not at all, or in more than a second of CPU.
 */
import { parseArgs } from 'node:util';
import { fuzzSchemas } from '../tests/compat/subsume/fuzz-schemas.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});

const report = fuzzSchemas({ count: Number(values.count), seed: Number(values.seed) });
for (const { index, what, pair } of report.failures) console.log(`pair ${index}: ${what}\n  ${pair}`);
const { contained, witness, undecided } = report.answers;
console.log(`pairs       ${values.count}, of which ${report.failures.length} not survived`);
console.log(`answers     ${contained} contained, ${witness} with a witness, ${undecided} undecided`);
console.log(`slowest     ${report.slowest.milliseconds} ms of CPU (pair ${report.slowest.index})`);
process.exitCode = report.failures.length === 0 ? 0 : 1;
