import { describe, expect, test } from 'vitest';
import { clinic, loadClient } from './clinic.ts';

const id = '7b0f3f3e-6f5c-4b7e-9a49-0d6f1b0a5c11';
const born = new Date('2026-01-31T12:00:00.250Z');
const done = () => new Response(null, { status: 204 });

async function send(operation: string, input: object): Promise<Request> {
  const client = await loadClient(clinic, done);
  await client.call(operation, input).catch((error: unknown) => {
    // Only the request matters here: 204 is no declared answer of the others.
    if (!String(error).includes('204')) throw error;
  });
  const [request] = client.sent;
  if (request === undefined) throw new Error('Nothing was sent');
  return request;
}

describe('a request', () => {
  test('carries dates as texts and bigints as numbers, exactly, in JSON', async () => {
    const animal = { id, born, died: null, chip: 9007199254740993n, visits: { count: 1, first: born } };
    const proto = Object.fromEntries([['__proto__', born]]);
    const body = { ...animal, children: [animal], ...proto, weights: [born, 1, 18446744073709551615n] };
    const request = await send('putAnimal', { path: { animalId: id }, contentType: 'application/json', body });
    const text = `{"id":"${id}","born":"2026-01-31T12:00:00.250Z","died":null,"chip":9007199254740993,"visits":{"count":1,"first":"2026-01-31T12:00:00.250Z"}`;
    expect(await request.text()).toBe(
      `${text},"children":[${text}}],"__proto__":"2026-01-31T12:00:00.250Z","weights":["2026-01-31T12:00:00.250Z",1,18446744073709551615]}`,
    );
  });

  test('carries them in the path, the query and headers', async () => {
    const query = { at: born, chips: [1n, 9007199254740993n], span: { from: born } };
    const request = await send('getAnimal', {
      path: { animalId: id },
      query,
      headers: { 'If-Modified-Since-Time': born },
    });
    expect(request.url).toBe(
      `https://clinic.test/animals/${id}?at=2026-01-31T12%3A00%3A00.250Z&chips=1&chips=9007199254740993&span%5Bfrom%5D=2026-01-31T12%3A00%3A00.250Z`,
    );
    expect(request.headers.get('if-modified-since-time')).toBe('2026-01-31T12:00:00.250Z');
  });

  test('carries them in the parts of a form, and in JSON inside one', async () => {
    const body = { born, chip: 9007199254740993n, animal: { id, born, chip: 9007199254740993n } };
    const request = await send('putAnimal', { path: { animalId: id }, contentType: 'multipart/form-data', body });
    const form = await request.formData();
    expect(Object.fromEntries(form)).toEqual({
      born: '2026-01-31T12:00:00.250Z',
      chip: '9007199254740993',
      animal: `{"id":"${id}","born":"2026-01-31T12:00:00.250Z","chip":9007199254740993}`,
    });
  });

  test.each([
    [new Date(Number.NaN), 'Invalid Date'],
    [new Date(8.64e15), String(new Date(8.64e15))],
    [new Date(-1e15), String(new Date(-1e15))],
  ])('with the date %s is not sent, and the error names the place', async (wrong, shown) => {
    const body = { id, born, children: [{ id, born: wrong }] };
    await expect(
      send('putAnimal', { path: { animalId: id }, contentType: 'application/json', body }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: `putAnimal: /body/children/0/born: ${shown} is no date that can be sent.`,
    });
  });

  test('leaves what the caller passed as it is', async () => {
    const body = Object.freeze({ id, born, children: Object.freeze([Object.freeze({ id, born })]) });
    await send('putAnimal', { path: { animalId: id }, contentType: 'application/json', body });
    expect(body).toEqual({ id, born, children: [{ id, born }] });
  });
});
