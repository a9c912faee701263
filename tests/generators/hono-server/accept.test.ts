import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preferredType } from '../../../generators/hono-server/runtime/accept.ts';
import { authorised, generatePetstore, type Petstore } from './petstore.ts';

describe('the preferred type', () => {
  const offered = ['application/json', 'text/csv', 'text/html;level=1'] as const;
  const preferred = (accept?: string) =>
    preferredType(new Request('https://a.example', { headers: accept === undefined ? {} : { accept } }), offered);

  it.each([
    ['the first where the client says nothing', undefined, 'application/json'],
    ['the first where the client takes anything', '*/*', 'application/json'],
    ['the one that weighs most', 'application/json;q=0.5, text/csv;q=0.8', 'text/csv'],
    ['a family below its members', 'text/*;q=0.9, text/csv;q=0.1, application/json;q=0.2', 'text/html;level=1'],
    ['never one of no weight', 'application/json;q=0, */*;q=0.1', 'text/csv'],
    ['one with the parameters that are asked for', 'text/html;level=1, */*;q=0.5', 'text/html;level=1'],
    ['none where parameters are missing', 'application/json;version=2', undefined],
    ['none where nothing fits', 'image/png', undefined],
    ['as if there were no weight where it is no number', 'text/csv;q=x', 'text/csv'],
    ['whatever the case', 'TEXT/CSV', 'text/csv'],
  ])('is %s', (_, accept, type) => {
    expect(preferred(accept)).toBe(type);
  });
});

describe('a client that takes none of the declared types', () => {
  let petstore: Petstore;
  beforeAll(async () => {
    petstore = await generatePetstore();
  });
  afterAll(() => petstore.written.remove());

  it.each([
    [true, 'application/json', 200],
    [true, 'text/html', 406],
    [true, 'text/html, */*;q=0.1', 200],
    [false, 'text/html', 200],
  ])('is refused where the service says so (%s, %s)', async (refuseUnacceptable, accept, status) => {
    const { app } = petstore.start({}, { refuseUnacceptable });
    const response = await app.request('/pets/1', { headers: { ...authorised, accept } });
    expect(response.status).toBe(status);
    if (status === 406) {
      expect(await response.json()).toMatchObject({
        title: 'Not acceptable',
        detail: 'The operation answers with application/json.',
      });
    }
  });

  it('is not refused where a success has no body', async () => {
    const { app } = petstore.start({}, { refuseUnacceptable: true });
    const init = { method: 'DELETE', headers: { ...authorised, accept: 'text/html', 'if-match': '"1"' } };
    expect((await app.request('/pets/1', init)).status).toBe(204);
  });
});
