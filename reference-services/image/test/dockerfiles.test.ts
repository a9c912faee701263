import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../scripts/images/context.ts';
import { readDockerfile } from '../../../scripts/images/dockerfile.ts';
import { faultsOf } from '../../../scripts/images/rules.ts';

const root = join(import.meta.dirname, '../../..');
const files = globSync('reference-services/*/Dockerfile', { cwd: root }).sort();

describe.each(files)('%s', (file) => {
  const service = file.split('/')[1];
  const stages = readDockerfile(readFileSync(join(root, file), 'utf8'));

  it('keeps the rules of images', () => {
    expect(faultsOf(stages)).toEqual([]);
  });

  it('is built on the Node.js that the repository is tested with, in every stage', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const base = `node:${packages['node_modules/node'].version}-bookworm-slim`;
    expect(stages.map((stage) => stage.base)).toEqual([base, base]);
  });

  it('takes files that are there, and its context holds neither tests nor what this machine has installed', () => {
    const context = contextOf(root, file);
    const copied = stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ name, flags }) => name === 'COPY' && flags.from === undefined)
      .flatMap(({ text }) => text.split(/\s+/).slice(0, -1));
    const missing = copied.filter(
      (source) => !context.some((path) => path === source || path.startsWith(`${source}/`)),
    );
    expect(missing).toEqual([]);
    expect(context.filter((path) => /(^|\/)(test|node_modules|\.data|\.git)\//.test(path))).toEqual([]);
    expect(context).toContain(`reference-services/${service}/src/main.ts`);
  });

  it('listens at the port of its contract, which the container tells', () => {
    const last = stages.at(-1)?.instructions ?? [];
    const port = /PORT=(\d+)/.exec(last.find(({ name }) => name === 'ENV')?.text ?? '')?.[1];
    expect(last.find(({ name }) => name === 'EXPOSE')?.text).toBe(port);
    const config = readFileSync(join(root, `reference-services/${service}/src/config.ts`), 'utf8');
    expect(config).toMatch(new RegExp(`port: ${port}\\b`));
  });
});

it('an image that runs as root, from a moving base, with ADD and without a health check is refused', () => {
  const text = 'FROM node:24-slim\nWORKDIR app\nADD a.tar \\\n  /app\nCMD node main.ts\n';
  expect(faultsOf(readDockerfile(text))).toEqual([
    'DL3006: node:24-slim names no exact version',
    'DL3000: WORKDIR has to be absolute (line 2)',
    'DL3020: COPY instead of ADD (line 3)',
    'DL3025: CMD in JSON form (line 5)',
    'DL3002: the service runs as root',
    'DL3057: there is no HEALTHCHECK',
    'it has one stage, so that what builds it is shipped',
  ]);
});
