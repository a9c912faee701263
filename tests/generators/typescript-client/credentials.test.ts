import { describe, expect, test } from 'vitest';
import type { OperationData } from '../../../generators/typescript-client/runtime/operation.ts';
import { get, useServer } from './support/server.ts';

const http = useServer();

describe('credentials', () => {
  const secured = (...security: (readonly string[])[]): OperationData => ({ ...get, security });

  test('of each kind go where their scheme says', async () => {
    const credentials = {
      Token: () => 'fresh',
      Login: { username: 'é', password: 'p' },
      Key: 'k',
      QueryKey: 'q&',
      Session: 's',
    };
    for (const scheme of Object.keys(credentials)) await http.send(secured([scheme]), {}, { credentials });
    expect(
      http.seen.map(({ url, headers: { authorization, cookie, 'x-key': key } }) => ({
        url,
        authorization,
        cookie,
        key,
      })),
    ).toEqual([
      { url: '/things', authorization: 'Bearer fresh', cookie: undefined, key: undefined },
      {
        url: '/things',
        authorization: `Basic ${Buffer.from('é:p').toString('base64')}`,
        cookie: undefined,
        key: undefined,
      },
      { url: '/things', authorization: undefined, cookie: undefined, key: 'k' },
      { url: '/things?key=q%26', authorization: undefined, cookie: undefined, key: undefined },
      { url: '/things', authorization: undefined, cookie: 'session=s', key: undefined },
    ]);
  });

  test('are those of the first requirement that can be met whole', async () => {
    const operation = secured(['Token', 'Key'], ['Key', 'Session'], ['Session']);
    await http.send(operation, {}, { credentials: { Key: 'k', Session: async () => 's' } });
    expect(http.seen[0]?.headers).toMatchObject({ 'x-key': 'k', cookie: 'session=s' });
  });

  test('are not sent where nobody asks for them, and sent where they are optional', async () => {
    await http.send(get, {}, { credentials: { Token: 't' } });
    await http.send(secured([], ['Token']), {}, { credentials: { Token: 't' } });
    await http.send(secured([], ['Token']), {}, {});
    expect(http.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer t', undefined]);
  });
});
