import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigurationError, type Environment, readConfig } from '../../common/config.ts';
import { readTracingConfig } from '../../common/tracing/start-tracing.ts';
import { openTestDatabase } from '../../metadata/test/support/embedded.ts';
import { type Platform, startPlatform } from '../src/start-platform.ts';

const root = join(import.meta.dirname, '../..');
/** A service is what has an image. */
const services = globSync('*/Dockerfile', { cwd: root }).map((file) => file.split('/')[0] ?? '');
let folder: string;
let platform: Platform;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ai2text-readmes-'));
  platform = await startPlatform({ folder, ports: 'free', logLevel: 'silent', database: await openTestDatabase() });
}, 60_000);
afterAll(async () => {
  await platform?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Reader = (environment: Environment) => unknown;

describe.each(services)('the README of %s', (service) => {
  const file = join(root, service, 'README.md');
  const readme = existsSync(file) ? readFileSync(file, 'utf8') : '';

  it('says what it is, how to run and configure it, its contract and its metrics', () => {
    const wanted = ['## Run', '## Configure', '## Observe', `contracts/${service}/openapi.yaml`];
    expect(wanted.filter((text) => !readme.includes(text))).toEqual([]);
  });

  it('names the variables that the service reads, and no others', async () => {
    const named = codeIn(section(readme, 'Configure')).filter((word) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(word));
    expect([...new Set(named)].sort()).toEqual(variablesOf(await readerOf(service)));
  });

  it('gives the defaults that hold', async () => {
    const read = await readerOf(service);
    const wrong = defaultsIn(section(readme, 'Configure')).filter(([name, value]) => {
      return JSON.stringify(read({ [name]: value })) !== JSON.stringify(read({}));
    });
    expect(wrong).toEqual([]);
  });

  it('names the metrics that the service prints, and no others', async () => {
    const url = Object.entries(platform.urls).find(([name]) => name === service)?.[1];
    const printed = await (await fetch(`${url}/metrics`)).text();
    const names = [...printed.matchAll(/^# TYPE (\S+)/gm)].map((match) => match[1]);
    const said = codeIn(section(readme, 'Observe')).filter((word) => /^[a-z]+(_[a-z0-9]+)+$/.test(word));
    expect([...new Set(said)].sort()).toEqual(names.sort());
    // Those of the process, which processes with several services leave out.
    expect(codeIn(section(readme, 'Observe'))).toEqual(expect.arrayContaining(['process_*', 'nodejs_*']));
  });
});

/** Read by every service's `main`. */
const readTracing: Reader = (environment) => readConfig(environment, readTracingConfig);

async function readerOf(service: string): Promise<Reader> {
  const module: Record<string, unknown> = await import(`../../${service}/src/config.ts`);
  const read = Object.entries(module).find(([name]) => /^read\w+Config$/.test(name))?.[1];
  if (typeof read !== 'function') throw new Error(`${service}/src/config.ts exports no reader.`);
  const reader = (environment: Environment): unknown => read(environment);
  return (environment) => [outcomeOf(readTracing, environment), outcomeOf(reader, environment)];
}

/** Some are read only when others are set, so the reader is asked with all that it has read set to values of each kind. */
function variablesOf(read: Reader): readonly string[] {
  const asked = new Set<string>();
  for (const value of [undefined, '1', 'http://one.example', 'postgresql://one/db', undefined]) {
    const environment = new Proxy<Record<string, string | undefined>>(
      {},
      {
        get(_, name) {
          if (typeof name === 'string') asked.add(name);
          return value;
        },
      },
    );
    read(environment);
  }
  return [...asked].sort();
}

/** The configuration, or what is wrong with the environment. */
function outcomeOf(read: Reader, environment: Environment): unknown {
  try {
    return read(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

function section(text: string, title: string): string {
  return new RegExp(`^## ${title}$([^]*?)(?=^## |$(?![^]))`, 'm').exec(text)?.[1] ?? '';
}

function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
}

/** The rows with as many literal defaults as variables. */
function defaultsIn(text: string): ReadonlyArray<readonly [name: string, value: string]> {
  return text.split('\n').flatMap((line) => {
    const [, variables = '', defaults = ''] = line.split('|');
    const names = codeIn(variables);
    // Neither what is cut short nor the name of another variable is a value.
    const values = codeIn(defaults).filter((value) => !value.includes('…') && !/^[A-Z_]+$/.test(value));
    return names.length === values.length ? names.map((name, place) => [name, values[place] ?? ''] as const) : [];
  });
}
