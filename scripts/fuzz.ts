/** `npm run fuzz -- [--count 20000] [--seed 1]`: validates that many broken documents; exits with 1 when one is not survived. */
import { parseArgs } from 'node:util';
import { fuzz } from '../tests/robustness/fuzz.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});

const report = await fuzz({ count: Number(values.count), seed: Number(values.seed) });
for (const { seed, host, recipe, what } of report.failures) console.log(`seed ${seed}: ${host} (${recipe}) ${what}`);
console.log(`documents   ${report.count}, of which ${report.failures.length} not survived`);
console.log(`slowest     ${report.slowest.milliseconds} ms (seed ${report.slowest.seed})`);
console.log(`rss growth  ${report.rssGrowthMegabytes} MB`);
process.exitCode = report.failures.length === 0 ? 0 : 1;
