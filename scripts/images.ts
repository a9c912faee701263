/**
 * `node scripts/images.ts [service …]`: the images of the services without a Docker daemon. Holds each Dockerfile against the rules
 * of hadolint that matter here, carries out its COPY and RUN instructions stage by stage in an empty folder, starts what came
 * out with the image's CMD as an unprivileged user, and asks its health check, /ready and /metrics.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { openDevelopmentIssuer } from '../reference-services/common/auth/development-issuer.ts';
import { build } from './images/build.ts';
import { contextOf } from './images/context.ts';
import { readDockerfile } from './images/dockerfile.ts';
import { faultsOf } from './images/rules.ts';
import { tryOut } from './images/try.ts';

const root = join(import.meta.dirname, '..');
const asked = process.argv.slice(2);
const files = globSync('reference-services/*/Dockerfile', { cwd: root }).sort();
const chosen = files.filter((file) => asked.length === 0 || asked.includes(file.split('/')[1] ?? ''));
if (chosen.length === 0) throw new Error(`No Dockerfile is for ${asked.join(' or ')}.`);
/** Only root can start a process as somebody else; this is nobody. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
const folder = mkdtempSync(join(tmpdir(), 'ai2text-images-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
chmodSync(folder, 0o755);
for (const file of chosen) {
  const { faults, mebibytes } = await check(file);
  const outcome = faults.length === 0 ? 'builds, starts, is healthy and ends' : faults.join('\n  ');
  console.log(`${file}: ${mebibytes} MiB above the base; ${outcome}`);
  if (faults.length > 0) process.exitCode = 1;
}

async function check(file: string): Promise<{ readonly faults: readonly string[]; readonly mebibytes: string }> {
  const service = file.split('/')[1] ?? '';
  const stages = readDockerfile(readFileSync(join(root, file), 'utf8'));
  const faults = faultsOf(stages);
  const place = join(folder, service);
  try {
    const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
    const built = build(stages, {
      ...{ root, folder: place, path },
      context: contextOf(root, file),
      kept: join(folder, 'kept'),
    });
    const mebibytes = sizeOf(built.root);
    const env = await environment(service);
    const readiness = service === 'gateway' ? 503 : 200; // the services behind it are not there
    const wrong = await tryOut({ built, node: process.execPath, port: await freePort(), env, user, readiness });
    return { faults: [...faults, ...wrong], mebibytes };
  } catch (error) {
    return { faults: [...faults, error instanceof Error ? error.message : String(error)], mebibytes: '?' };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What production asks for: the keys of a token issuer. */
async function environment(service: string): Promise<Record<string, string>> {
  const { issuer, audience, keys } = await openDevelopmentIssuer();
  const file = join(folder, 'jwks.json');
  writeFileSync(file, JSON.stringify(keys));
  const prefix = service.toUpperCase().replaceAll('-', '_');
  return {
    HOST: '127.0.0.1',
    [`${prefix}_JWKS_FILE`]: file,
    [`${prefix}_TOKEN_ISSUER`]: issuer,
    [`${prefix}_TOKEN_AUDIENCE`]: audience,
  };
}

function sizeOf(place: string): string {
  return spawnSync('du', ['-sm', place], { encoding: 'utf8' }).stdout.split('\t')[0] ?? '?';
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}
