import { describe, expect, test } from 'vitest';
import { clinic, json, loadClient } from './clinic.ts';

const id = '7b0f3f3e-6f5c-4b7e-9a49-0d6f1b0a5c11';
const at = { path: { animalId: id } };

/** The body that a client makes of a response of an operation. */
async function read(operation: string, text: string): Promise<unknown> {
  const client = await loadClient(clinic, json(text));
  return (await client.call(operation, at)).body;
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('a response', () => {
  test('has dates and bigints wherever the schema has them, however deep', async () => {
    const text = `{
      "id": "${id}", "born": "2026-01-31T12:00:00.250+02:00", "birthday": "2026-01-31", "died": null,
      "chip": 9007199254740993, "speaks": "de",
      "mother": { "id": "${id}", "born": "2020-01-01T00:00:00Z", "mother": null, "chip": -9223372036854775808 },
      "children": [{ "id": "${id}", "born": "2026-02-01T00:00:00Z" }],
      "visits": { "count": 2, "first": "2026-03-01T00:00:00Z" },
      "weights": ["2026-03-01T00:00:00Z", 4.5, 18446744073709551615, 7],
      "__proto__": "2026-03-02T00:00:00Z", "constructor": 12, "more": 9007199254740993
    }`;
    expect(await read('getAnimal', text)).toEqual(
      Object.fromEntries(
        Object.entries({
          ...{ id, born: new Date('2026-01-31T10:00:00.250Z'), birthday: '2026-01-31', died: null },
          ...{ chip: 9007199254740993n, speaks: 'de' },
          mother: { id, born: new Date('2020-01-01T00:00:00Z'), mother: null, chip: -9223372036854775808n },
          children: [{ id, born: new Date('2026-02-01T00:00:00Z') }],
          visits: { count: 2, first: new Date('2026-03-01T00:00:00Z') },
          weights: [new Date('2026-03-01T00:00:00Z'), 4.5, 18446744073709551615n, 7n],
          ['__proto__']: new Date('2026-03-02T00:00:00Z'),
          constructor: 12n,
          // What the contract does not speak of stays what JSON makes of it.
          more: 9007199254740992,
        }),
      ),
    );
  });

  test('is read as the branch that its tag names', async () => {
    const events = [
      { kind: 'visit', at: '2026-01-31T12:00:00Z', value: 5 },
      { kind: 'rename', at: '2026-01-31T12:00:00Z', value: '2026-01-31T12:00:00Z' },
      { kind: 'move', at: '2026-01-31T12:00:00Z', value: '2026-01-31T12:00:00Z' },
      { kind: 'unheard of', at: '2026-01-31T12:00:00Z' },
    ];
    const date = new Date('2026-01-31T12:00:00Z');
    expect(await read('listEvents', JSON.stringify(events))).toEqual([
      { kind: 'visit', at: date, value: 5n },
      { kind: 'rename', at: date, value: '2026-01-31T12:00:00Z' },
      { kind: 'move', at: date, value: date },
      { kind: 'unheard of', at: '2026-01-31T12:00:00Z' },
    ]);
  });

  test('stays as it is on the wire where nothing tells its branches apart', async () => {
    const entry = { when: '2026-01-31T12:00:00Z', animal: { born: '2026-01-31T12:00:00Z', chip: 1 } };
    expect(await read('getLog', JSON.stringify(entry))).toEqual(entry);
  });

  test.each([
    ['yesterday'],
    ['2026-01-31'],
    ['2026-01-31T12:00:00'],
    ['2026-02-30T12:00:00Z'],
    ['2026-13-01T12:00:00Z'],
    ['2026-01-31T25:00:00Z'],
    ['1769860800'],
    [''],
  ])('with the date-time "%s" is unexpected, and the error names the place', async (born) => {
    const text = JSON.stringify({ id, born: '2026-01-31T12:00:00Z', children: [{ id, born }] });
    await expect(read('getAnimal', text)).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message: `getAnimal: The body of the response 200 does not keep to the contract at /children/0/born: ${JSON.stringify(born)} is no date-time.`,
      status: 200,
      text,
    });
  });

  test.each([
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2026-01-31t12:00:00z', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31 12:00:00.123456789Z', '2026-01-31T12:00:00.123Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['2024-02-29T23:59:59-11:30', '2024-03-01T11:29:59.000Z'],
  ])('may write a date-time as %s', async (born, moment) => {
    expect(await read('getAnimal', JSON.stringify({ id, born }))).toEqual({ id, born: new Date(moment) });
  });

  test('with a fraction where an int64 belongs is unexpected', async () => {
    await expect(read('listAnimals', '{"animals":[],"total":1.5}')).rejects.toThrow(
      'listAnimals: The body of the response 200 does not keep to the contract at /total: 1.5 is no integer.',
    );
  });

  test('of a union is lenient where only one of its branches says that there is a date', async () => {
    const branch = (properties: string) => `{ type: object, properties: { ${properties} } }`;
    const branches = [branch('at: { type: string, format: date-time }'), branch('name: { type: string }')].join(', ');
    const document = `
openapi: 3.1.1
info: { title: Union, version: 1.0.0 }
paths:
  /:
    get:
      operationId: listAll
      responses:
        '200':
          description: Either.
          content: { application/json: { schema: { type: array, items: { anyOf: [${branches}] } } } }`;
    const body = [{ at: '2026-01-31T12:00:00Z' }, { name: 'Rex', at: 'noon' }, {}];
    const client = await loadClient(document, json(JSON.stringify(body)));
    const date = new Date('2026-01-31T12:00:00Z');
    expect((await client.call('listAll', {})).body).toEqual([{ at: date }, { name: 'Rex', at: 'noon' }, {}]);
  });

  test('that is no JSON is unexpected, as ever', async () => {
    await expect(read('getAnimal', '{"born":')).rejects.toThrow('getAnimal: The body of the response 200 is not JSON.');
  });

  test('of another status and media type is read by its own schema', async () => {
    const client = await loadClient(clinic, json('{"since":"2026-01-31T12:00:00Z"}', 'application/problem+json', 404));
    expect((await client.call('getAnimal', at)).body).toEqual({ since: new Date('2026-01-31T12:00:00Z') });
  });

  test('of JSON lines has dates and bigints in each item', async () => {
    const lines = [
      `{"id":"${id}","born":"2026-01-31T12:00:00Z","chip":9007199254740993}`,
      `{"id":"${id}","born":"never"}`,
    ];
    const client = await loadClient(clinic, json(`${lines[0]}\n${lines[0]}\n`, 'application/jsonl'));
    // Typed so by the generated client.
    const items = (await client.call('listAnimals', {})).body as AsyncIterable<unknown>;
    const animal = { id, born: new Date('2026-01-31T12:00:00Z'), chip: 9007199254740993n };
    expect(await collect(items)).toEqual([animal, animal]);
    const broken = await loadClient(clinic, json(`${lines[1]}\n`, 'application/jsonl'));
    const failing = (await broken.call('listAnimals', {})).body as AsyncIterable<unknown>;
    await expect(collect(failing)).rejects.toThrow(
      'listAnimals: An item of the stream does not keep to the contract at /born: "never" is no date-time.',
    );
  });
});
