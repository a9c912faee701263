import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../../generators/bundle/target.ts';
import { contractFrom } from '../support/contract.ts';
import { hostileAsyncApi, hostileOpenApi, hostileTexts } from '../support/hostile-contracts.ts';

describe.each([
  ['HTTP', hostileOpenApi],
  ['event', hostileAsyncApi],
] as const)('in every position of an %s contract', (_kind, contractWith) => {
  test.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s is the same text again', (_shown, text) => {
    const written = contractWith(text);
    const { files } = bundle.generate(contractFrom(written), { importExtension: '.js' });
    expect(load(files[0]?.text ?? '', { schema: CORE_SCHEMA })).toEqual(JSON.parse(written));
  });
});
