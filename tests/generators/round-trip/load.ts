import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Contract, HttpContract } from '../../../core/contract/model.ts';
import { planOperations } from '../../../generators/hono-server/plan.ts';
import { honoServer } from '../../../generators/hono-server/target.ts';
import type { GeneratedFile, Target } from '../../../generators/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';

export interface ServerOptions {
  readonly deps: object;
  readonly validateResponses: boolean;
  readonly onResponseViolation: (violation: unknown) => void;
  readonly onError: (error: unknown) => void;
}

export type Handlers = Readonly<Record<string, (input: unknown) => unknown>>;

/** The generated code as it is used; its types are only known where it is compiled. */
export interface Loaded {
  /** Both in the order of the contract. */
  readonly handlerNames: readonly string[];
  readonly callNames: readonly string[];
  readonly createClient: (config: object) => Readonly<Record<string, (input: unknown) => Promise<unknown>>>;
  readonly createRoutes: (handlers: Handlers, options: ServerOptions) => App;
}

export interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** Writes generated code below one folder and imports it. Contracts share the runtimes, which are the same for all of them. */
export class Loader {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ai2text-round-trip-'));
  readonly #runtimes = new Map<string, string>();
  #count = 0;

  constructor() {
    writeFileSync(join(this.#folder, 'package.json'), '{ "type": "module" }\n');
    symlinkSync(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(this.#folder, 'node_modules'));
  }

  async load(contract: HttpContract): Promise<Loaded> {
    this.#count += 1;
    const { files, module: client } = await this.#import(typescriptClient, contract);
    const { module: server } = await this.#import(honoServer, contract);
    return {
      callNames: callsIn(files.find(({ path }) => path === 'operations.ts')?.text ?? ''),
      handlerNames: planOperations(contract).map(({ name }) => name),
      // What the generated modules export under these names; `conformance:generate` compiles them.
      createClient: client.createClient as Loaded['createClient'],
      createRoutes: server.createRoutes as Loaded['createRoutes'],
    };
  }

  /** The index of what a target makes of a contract. */
  async import(target: Target, contract: Contract): Promise<Record<string, unknown>> {
    this.#count += 1;
    return (await this.#import(target, contract)).module;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #import(target: Target, contract: Contract): Promise<Imported> {
    const { files } = target.generate(contract, { importExtension: '.ts' });
    const folder = join(this.#folder, `${this.#count}`, target.id);
    mkdirSync(folder, { recursive: true });
    symlinkSync(this.#runtime(target, files), join(folder, 'runtime'));
    write(
      folder,
      files.filter(({ path }) => !isRuntime(path)),
    );
    return { files, module: await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.ts')).href) };
  }

  #runtime(target: Target, files: readonly GeneratedFile[]): string {
    const runtime = files.filter(({ path }) => isRuntime(path));
    const key = `${target.id} ${runtime.map(({ path }) => path).join()}`;
    const known = this.#runtimes.get(key);
    if (known !== undefined) return known;
    const folder = join(this.#folder, `runtime-${this.#runtimes.size}`);
    write(folder, runtime);
    this.#runtimes.set(key, join(folder, 'runtime'));
    return join(folder, 'runtime');
  }
}

interface Imported {
  readonly files: readonly GeneratedFile[];
  readonly module: Record<string, unknown>;
}

/** The functions that make one call each, not those that go through the pages of an operation. */
function callsIn(operations: string): string[] {
  return [...operations.matchAll(/^export function ([^\s(<]+)(?:<[^(]*>)?\([^)]*\): Promise</gm)].map(
    ([, name = '']) => name,
  );
}

function isRuntime(path: string): boolean {
  return path.startsWith('runtime/');
}

function write(folder: string, files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
