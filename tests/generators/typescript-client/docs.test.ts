import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { typeCheck } from '../support/type-check.ts';

const manual = readFileSync(join(import.meta.dirname, '../../../docs/client.md'), 'utf8');
const contract = readFileSync(join(import.meta.dirname, 'golden/job-queue/openapi.yaml'), 'utf8');

/** What the examples take from their reader's own code. */
const elsewhere = `
declare function askForToken(
  refreshToken: string | undefined,
): Promise<{ access_token: string; refresh_token: string; expires_in: number }>;
`;

/** The examples one after the other, as they stand in the text: each may use what came before, in a scope of its own. */
function program(): string {
  const examples = [...manual.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
  const imported = new Map<string, string>();
  const bodies = examples.map((code) =>
    code.replace(/^import \{([^}]*)\} from '\.\/generated\/index\.js';\n/gm, (_, names: string) => {
      for (const name of names.split(',')) imported.set(name.trim(), name.trim());
      return '';
    }),
  );
  const blocks = bodies.map((body, i) => (i === 0 ? body : `{\n${body}\n`));
  const used = [...imported.keys()].join(', ');
  return `import { ${used} } from './index.js';\n${elsewhere}\n${blocks.join('\n')}\n${'}'.repeat(bodies.length - 1)}\nexport {};\n`;
}

test('the examples of the manual compile', () => {
  const { files } = typescriptClient.generate(contractFrom(contract), { importExtension: '.js' });
  const text = program();
  expect(text.split('\n').length).toBeGreaterThan(80);
  const said = typeCheck([...files, { path: 'manual.ts', text }], 'nodenext');
  // Examples declare what their readers are to use.
  expect(said.split('\n').filter((line) => line !== '' && !line.includes('error TS6133'))).toEqual([]);
});
