import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { printLocation } from '../../../core/diagnostics/location.ts';
import { runtimeTypeNames, runtimeValueNames } from '../../../generators/events/names.ts';
import { events } from '../../../generators/events/target.ts';
import { compile, settings } from '../hono-server/compile.ts';
import { generateInto, readFixture, readText } from '../hono-server/generate.ts';

const golden = join(import.meta.dirname, 'golden');
const contracts = {
  lights: 'tests/generators/events/golden/lights/asyncapi.yaml',
  'recording-ingested': 'contracts/recording-ingested/asyncapi.yaml',
};

describe.each(Object.entries(contracts))('the events code for %s', (name, path) => {
  const contract = readFixture(path);
  const { files, diagnostics } = events.generate(contract, { importExtension: '.js' });
  const expected = join(golden, name, 'expected');

  test('is what the golden folder holds; renew it with "npx vitest run tests/generators -u" and read the difference', async () => {
    const own = files.filter((file) => !file.path.startsWith('runtime/'));
    for (const file of own) await expect(file.text).toMatchFileSnapshot(join(expected, file.path));
    const findings = diagnostics.map(
      ({ location, severity, rule, message }) => `${printLocation(location)} ${severity} ${rule}  ${message}\n`,
    );
    await expect(findings.join('')).toMatchFileSnapshot(join(expected, 'findings.txt'));
    expect(readdirSync(expected).toSorted()).toEqual([...own.map((file) => file.path), 'findings.txt'].toSorted());
  });

  test('is the same bytes when it is generated twice', () => {
    expect(events.generate(readFixture(path), { importExtension: '.js' }).files).toEqual(files);
  });

  test.each(settings)('compiles with %s', async (_, importExtension, options) => {
    const written = generateInto(events, contract, importExtension);
    afterAll(() => written.remove());
    expect(await compile(written, options)).toEqual([]);
  });
});

const usage = `
import type { Consumer, Publisher } from './index.js';
declare const publisher: Publisher;
declare const consumer: Consumer;
const source = '/lights';

export async function right(): Promise<boolean | string> {
  await publisher.publishMeasurement({
    name: 'light.measured.v1', parameters: { lightId: '7' }, key: 'a',
    headers: { 'ce-source': source, sequence: 1 }, payload: { lumens: 7 },
  });
  await publisher.publishMeasurement({
    name: 'light.failed.v1', parameters: { region: 'south', lightId: '7' }, payload: { source, data: 'lamp' },
  });
  await publisher.sendHello({ address: 'inbox.7', payload: 'hi' });
  await publisher.sendPictures({ name: 'picture', payload: new Uint8Array() });
  await publisher.sendPictures({ name: 'legacy', payload: 1 });
  await consumer.receiveMeasurement((message, { parameters }) => {
    const region: 'north' | 'south' = parameters.region;
    if (message.name === 'light.failed.v1') return console.log(region, message.payload.data satisfies 'lamp' | 'cable');
    console.log(message.headers.sequence.toFixed(), message.payload.lumens.toFixed());
  });
  await consumer.receiveSwitch(({ payload }) =>
    payload.after === 1 ? { name: 'refused', payload: 'no' } : { name: 'switched', payload: { on: payload.on } },
  );
  await consumer.onHello(({ payload }) => console.log(payload.trim()), { address: 'inbox.7' });
  const reply = await publisher.sendSwitch({ payload: { on: true } });
  return reply.name === 'switched' ? reply.payload.on : reply.payload;
}

export async function wrong(): Promise<void> {
  // @ts-expect-error an operation of several messages asks which it is
  await publisher.publishMeasurement({ parameters: { lightId: '7' }, headers: { 'ce-source': source, sequence: 1 }, payload: { lumens: 7 } });
  // @ts-expect-error a required header
  await publisher.publishMeasurement({ name: 'light.measured.v1', parameters: { lightId: '7' }, headers: { 'ce-source': source }, payload: { lumens: 7 } });
  // @ts-expect-error a parameter without a default
  await publisher.publishMeasurement({ name: 'light.failed.v1', parameters: {}, payload: { source, data: 'lamp' } });
  // @ts-expect-error a parameter outside its enum
  await publisher.publishMeasurement({ name: 'light.failed.v1', parameters: { region: 'west', lightId: '7' }, payload: { source, data: 'lamp' } });
  // @ts-expect-error an attribute that nobody can make up
  await publisher.publishMeasurement({ name: 'light.failed.v1', parameters: { lightId: '7' }, payload: { data: 'lamp' } });
  // @ts-expect-error the address is only known at run time
  await publisher.sendHello({ payload: 'hi' });
  // @ts-expect-error a payload of bytes
  await publisher.sendPictures({ name: 'picture', payload: 'bytes' });
  // @ts-expect-error a payload of the contract's schema
  await publisher.sendSwitch({ payload: { off: true } });
  // @ts-expect-error a reply that the contract does not list
  await consumer.receiveSwitch(() => ({ name: 'switched', payload: {} }));
  // @ts-expect-error a request wants a reply
  await consumer.receiveSwitch(() => undefined);
  // @ts-expect-error a payload that no type can be printed of is unknown
  await consumer.receivePictures((message) => message.name === 'legacy' && message.payload.id);
}
`;

test('the types take right use and refuse wrong use', async () => {
  const written = generateInto(events, readFixture(contracts.lights), '.js');
  afterAll(() => written.remove());
  const [, , options] = settings[0];
  expect(await compile(written, options, { 'usage.ts': usage })).toEqual([]);
});

test('only contracts that speak NATS, or do not say what they speak, bring the NATS client', () => {
  const text = (servers: string) => `asyncapi: 3.0.0\ninfo: { title: t, version: 1.0.0 }\nservers: ${servers}\n`;
  const { lights } = contracts;
  const withNats = events.generate(readFixture(lights), { importExtension: '.js' }).files.map(({ path }) => path);
  expect(withNats.filter((path) => path.includes('nats'))).toEqual([
    ...['runtime/nats-lane.ts', 'runtime/nats-subject.ts', 'runtime/nats.ts'],
  ]);
  const others = ['{ a: { host: h, protocol: kafka } }', '{}'].map((servers) =>
    events
      .generate(readText(text(servers)), { importExtension: '.js' })
      .files.filter(({ path }) => path.includes('nats')),
  );
  expect(others.map((files) => files.length)).toEqual([0, 3]);
});

test('no schema may take a name that the generated files need themselves', () => {
  const { files } = events.generate(readFixture(contracts.lights), { importExtension: '.js' });
  const own = files.filter(({ path }) => !path.startsWith('runtime/') && path !== 'types.ts');
  const lists = own.flatMap(({ text }) => [
    ...text.matchAll(/^(?:import|export)(?: type)? \{([^}]*)\} from '\.\/(?!types)/gm),
  ]);
  const imported = lists.flatMap(([, names = '']) =>
    names.split(',').map((name) => name.replace(/^\s*(type )?/, '').trim()),
  );
  const declared = own.flatMap(({ text }) => [
    ...text.matchAll(/^export (?:const|function|interface) (create\w+|\w+er)\b/gm),
  ]);
  const needed = new Set([...imported, ...declared.map(([, name = '']) => name)].filter((name) => name !== ''));
  const reserved = new Set([...runtimeTypeNames, ...runtimeValueNames]);
  expect(needed.size).toBeGreaterThan(30);
  expect([...needed].filter((name) => !reserved.has(name))).toEqual([]);
});
