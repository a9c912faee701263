import { expect, test } from 'vitest';
import { isFailure, unwrap } from '../../../generators/typescript-client/runtime/result.ts';
import { unwrapped } from '../../../generators/typescript-client/runtime/unwrapped.ts';

const problem = { title: 'There is none', detail: 'No tool has this id.' };
interface Found {
  readonly status: 200;
  readonly body: { readonly id: string };
}
interface Missing {
  readonly status: 404;
  readonly body: typeof problem;
}

const client = {
  getTool: async (id: string): Promise<Found | Missing> =>
    id === 'a' ? { status: 200, body: { id } } : { status: 404, body: problem },
  *paginateTools(): Generator<string> {
    yield 'a';
  },
};

test('a client of unwrapped methods gives bodies and throws all that is no success', async () => {
  const strict = unwrapped(client);
  const { id }: Found['body'] = await strict.getTool('a');
  expect(id).toBe('a');
  await expect(strict.getTool('b')).rejects.toMatchObject({
    name: 'ResponseError',
    message: 'The server answered with status 404: There is none – No tool has this id.',
    status: 404,
    result: { status: 404, body: problem },
  });
  expect([...strict.paginateTools()]).toEqual(['a']);
});

test('what was thrown can be told apart with its type', async () => {
  const error: unknown = await unwrap(client.getTool('b')).catch((thrown: unknown) => thrown);
  if (!isFailure<Found | Missing>(error)) throw new Error('not recognised');
  const { title }: Missing['body'] = error.result.body;
  expect(title).toBe('There is none');
  expect(isFailure(new Error('other'))).toBe(false);
});
