import { performance } from 'node:perf_hooks';
import { patterns } from '../src/text/pii/patterns.ts';
import { processText, rulesVersion } from '../src/text/process-text.ts';
import { lines, readPairs } from './support/pairs.ts';
import { scorePersonalData } from './support/pii-score.ts';

/** `npm run -w reference-services nlp:report`: what redaction finds and misses, and how long a megabyte takes. */
const { expected, found, missed, wrong, touched, ordinary } = scorePersonalData();
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
console.log(`rules ${rulesVersion}, ${patterns.length} patterns`);
console.log(
  `recall            ${found} of ${expected} (${share(found, expected)}) in ${lines('pii-yes').length} sentences`,
);
console.log(`precision         ${share(found, found + wrong.length + touched.length)}`);
console.log(
  `false positives   ${touched.length} of ${ordinary} ordinary sentences, ${wrong.length} beside what was to be found`,
);
for (const line of [
  ...missed.map((one) => `missed: ${one}`),
  ...[...wrong, ...touched].map((one) => `wrong: ${one}`),
]) {
  console.log(`  ${line}`);
}

const spoken = readPairs('everything')
  .map(({ given }) => given)
  .join(' ');
const bytes = Buffer.byteLength(`${spoken} `);
const megabyte = `${spoken} `.repeat(Math.ceil(1_000_000 / bytes));
for (const name of ['first', 'second', 'third']) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  processText(megabyte);
  const cpu = process.cpuUsage(used).user / 1000;
  console.log(
    `1 MB, ${name.padEnd(6)}      ${(performance.now() - began).toFixed(0)} ms, ${cpu.toFixed(0)} ms of processor time`,
  );
}
