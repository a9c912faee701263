import { expect, test } from 'vitest';
import type { Adapter } from '../../../generators/adapters/adapter.ts';
import { loadPeer } from '../../../generators/adapters/load-peer.ts';
import { oazapfts } from '../../../generators/adapters/oazapfts.ts';
import { openapiTypescript } from '../../../generators/adapters/openapi-typescript.ts';
import { readHttp } from '../../contract/read-text.ts';

const { contract } = readHttp(`
openapi: 3.0.3
info: {title: Pets, version: 1.0.0}
paths:
  /pets/{id}:
    get:
      operationId: get-pet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: One pet., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}
        4XX: {description: No., content: {application/json: {schema: {type: string}}}}
components:
  schemas:
    pet: {type: object, required: [name], properties: {name: {type: string}}, additionalProperties: {type: number}}
`);

async function emitted(adapter: Adapter): Promise<string> {
  const { files, diagnostics } = await adapter.generate(contract, { importExtension: '.js' });
  expect(diagnostics).toEqual([]);
  expect(files).toHaveLength(1);
  return files[0]?.text ?? '';
}

test('openapi-typescript prints the prepared names and keeps the range', async () => {
  const text = await emitted(openapiTypescript);
  expect(text).toContain('export interface operations {\n    getPet: {');
  expect(text).toContain('"4XX": {');
  expect(text).toContain(
    'Pet: {\n            name: string;\n        } & {\n            [key: string]: number;\n        };',
  );
});

test('oazapfts prints a function, and the range as its default', async () => {
  const text = await emitted(oazapfts);
  expect(text).toContain('export function getPet(id: string, opts?: Oazapfts.RequestOpts)');
  expect(text).not.toContain('4XX');
});

test('an emitter that is not installed is asked for by name', async () => {
  const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
  await expect(loadPeer('oazapfts', () => Promise.reject(missing), 'oazapfts typescript@5')).rejects.toThrow(
    'The target oazapfts prints with a package that is not installed: npm install --save-dev oazapfts typescript@5',
  );
});
