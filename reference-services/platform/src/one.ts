/** `npm run service -- search`: one service, as its environment says; metadata when none is named. */
const names = ['metadata', 'gateway', 'ingestion', 'search', 'nlp-post', 'embeddings'] as const;
const [asked = 'metadata', ...rest] = process.argv.slice(2);
const name = names.find((known) => known === asked);
if (name === undefined || rest.length > 0) {
  process.stderr.write(`There is no service "${asked}". Name one of ${names.join(', ')}.\n`);
  process.exit(2);
}
await import(`../../${name}/src/main.ts`);
