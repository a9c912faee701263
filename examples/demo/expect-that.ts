/** The demo is also a test: it ends with exit code 1 and a sentence when something is not as it says. */
export function expectThat(holds: boolean, claim: string): void {
  if (holds) return;
  console.error(`\nThis should not happen: it is not so that ${claim}.`);
  process.exit(1);
}
