import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { loadModule } from '../support/load-module.ts';
import { typeCheck } from '../support/type-check.ts';
import { everyOption } from './clinic.ts';
import { sharedSchemas, typed } from './typed-values.ts';

const samples = fc.sample(typed, { numRuns: 120, seed: 20_261_121 });

const document = {
  openapi: '3.1.1',
  info: { title: 'Echo', version: '1.0.0' },
  paths: Object.fromEntries(
    samples.map(({ schema }, i) => {
      const content = { 'application/json': { schema } };
      const responses = { 200: { description: 'What was sent.', content } };
      return [`/${i}`, { post: { operationId: `echo${i}`, requestBody: { required: true, content }, responses } }];
    }),
  ),
  components: { schemas: sharedSchemas },
};
const options = { importExtension: '.js', settings: everyOption } as const;
const { files, diagnostics } = typescriptClient.generate(contractFrom(JSON.stringify(document)), options);

test('values with dates and bigints come back as they were sent, whatever the schema', {
  timeout: 120_000,
}, async () => {
  const undecided = diagnostics.filter(({ rule }) => rule === 'unsupported-mixed-values');
  expect(undecided.map(({ location, message }) => `${location.pointer} ${message}`)).toEqual([]);
  const { createClient } = await loadModule(files, 'index.ts');
  const fetch = async (request: Request) =>
    new Response(await request.text(), { headers: { 'content-type': 'application/json' } });
  // The generated module has this function, with a more precise type.
  const client = (createClient as (config: object) => Record<string, (input: object) => Promise<{ body: unknown }>>)({
    ...{ fetch, baseUrl: 'https://echo.test' },
  });
  const cases = fc
    .nat(samples.length - 1)
    .chain((i) => fc.tuple(fc.constant(i), samples[i]?.value ?? fc.constant(null)));
  await fc.assert(
    fc.asyncProperty(cases, async ([i, body]) => {
      expect((await client[`echo${i}`]?.({ body }))?.body).toEqual(body);
    }),
    { numRuns: 2_000, seed: 20_261_121 },
  );
});

test('the client for all these schemas type-checks', { timeout: 120_000 }, () => {
  expect(typeCheck(files, 'nodenext')).toBe('');
});
