import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type Instruction, jsonForm, type Stage } from './dockerfile.ts';
import { userOf } from './rules.ts';

export interface Built {
  /** What the image would have at `/`, without the base. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

export interface BuildOptions {
  /** The repository. */
  readonly root: string;
  /** The files that `COPY` may take. */
  readonly context: readonly string[];
  /** An empty folder. */
  readonly folder: string;
  /** Before the program path of every command, so that `node` and `npm` are those of the base image. */
  readonly path: string;
  /** A folder for what several images begin with, so that it is installed once. */
  readonly kept: string;
}

/** Carries a Dockerfile out without Docker: each stage is a folder, and its commands run on this machine in that folder. */
export function build(stages: readonly Stage[], options: BuildOptions): Built {
  let built: Built | undefined;
  for (const stage of stages) built = buildStage(stage, options);
  if (built === undefined) throw new Error('There is no FROM.');
  return built;
}

function buildStage(stage: Stage, options: BuildOptions): Built {
  const root = join(options.folder, stage.name);
  mkdirSync(root, { recursive: true });
  let workdir = '/';
  const env: Record<string, string> = {};
  for (const [place, instruction] of stage.instructions.entries()) {
    const { name, text } = instruction;
    if (name === 'WORKDIR') {
      workdir = posix.resolve(workdir, text);
      mkdirSync(join(root, workdir), { recursive: true });
    } else if (name === 'ENV') Object.assign(env, readEnv(text));
    else if (name === 'COPY') copy(instruction, { ...options, to: root, workdir });
    else if (name === 'RUN') {
      const before = JSON.stringify(stage.instructions.slice(0, place + 1).map(({ name, text }) => [name, text]));
      const layer = join(options.kept, createHash('sha256').update(before).digest('hex'));
      if (existsSync(layer)) link(layer, root);
      else {
        run(instruction, join(root, workdir), { ...env, PATH: options.path });
        link(root, layer);
      }
    }
  }
  const of = (name: string) => stage.instructions.findLast((instruction) => instruction.name === name)?.text ?? '';
  return {
    ...{ root, workdir, env, user: userOf(stage) ?? 'root', command: jsonForm(of('CMD')) ?? [] },
    healthcheck: jsonForm(of('HEALTHCHECK').replace(/^CMD\s+/, '')) ?? [],
  };
}

/** The same files in another folder; removing them in one leaves them in the other. */
function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const done = spawnSync('cp', ['-alf', `${from}/.`, to], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}

function readEnv(text: string): Record<string, string> {
  return Object.fromEntries(text.split(/\s+/).map((pair) => pair.split('=', 2)));
}

function run({ text, line }: Instruction, cwd: string, env: Readonly<Record<string, string>>): void {
  const { HOME = cwd } = process.env;
  const done = spawnSync('/bin/sh', ['-ec', text], { cwd, env: { HOME, ...env }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`line ${line}: RUN ${text}\n${done.stdout}${done.stderr}`);
}

function copy(
  { text, flags, line }: Instruction,
  { root, context, folder, to, workdir }: BuildOptions & { readonly to: string; readonly workdir: string },
): void {
  const words = jsonForm(text) ?? text.split(/\s+/);
  const sources = words.slice(0, -1);
  const target = words.at(-1) ?? '';
  const place = join(to, posix.resolve(workdir, target));
  for (const source of sources) {
    if (flags.from !== undefined) {
      const found = join(folder, flags.from, source);
      if (!existsSync(found)) throw new Error(`line ${line}: the stage ${flags.from} has no ${source}.`);
      cpSync(found, place, { recursive: true, verbatimSymlinks: true });
      continue;
    }
    const files = context.filter((path) => path === source || path.startsWith(`${source}/`));
    if (files.length === 0) throw new Error(`line ${line}: ${source} is not there, or .dockerignore leaves it out.`);
    const isFile = statSync(join(root, source)).isFile();
    for (const path of files) {
      // A folder's content is copied into the target, a file into it or under its name.
      const name = isFile ? (target.endsWith('/') ? posix.basename(path) : '') : path.slice(source.length + 1);
      mkdirSync(dirname(join(place, name)), { recursive: true });
      copyFileSync(join(root, path), join(place, name));
    }
  }
}
