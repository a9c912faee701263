import type { Finished } from './run-faults.ts';

const heads = ['recordings', 'vectors', 'lost', 'doubled', 'dead letters', 'seconds'];

/** A table of numbers, and below each line what was done. */
export function printTable(finished: readonly Finished[], seconds: number): void {
  const width = Math.max(...finished.map(({ fault }) => fault.title.length));
  console.log(['fault'.padEnd(width), ...heads].join('  '));
  for (const { fault, outcome, seconds } of finished) {
    const cells = outcome instanceof Error ? ['failed', '', '', '', ''] : numbersOf(outcome);
    const padded = [...cells, String(seconds)].map((cell, place) => cell.padStart(heads[place]?.length ?? 0));
    console.log([fault.title.padEnd(width), ...padded].join('  '));
    console.log(`  ${outcome instanceof Error ? outcome.message : outcome.note}`);
  }
  console.log(`\n${finished.length} faults in ${seconds} seconds`);
}

function numbersOf({ recordings, vectors, lost, doubled, deadLetters }: Exclude<Finished['outcome'], Error>) {
  return [recordings, vectors, lost, doubled, deadLetters].map((number) => number.toLocaleString('en'));
}
