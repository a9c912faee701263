import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Emitter, versionOf } from '../../bench/emitters/index.ts';
import { Apart } from '../../bench/lib/apart.ts';
import { filesBelow } from '../../bench/lib/files-below.ts';
import type { GeneratedFile } from '../../generators/target.ts';
import { compile, type Unit } from './compile.ts';
import type { AdapterSummary, Failure, FormSummary } from './summary.ts';

/** What one batch may hold, so that the compiler's memory stays bounded. */
const batchBytes = 24_000_000;
/** GitHub's document takes the slowest emitter some ten seconds of a busy machine. */
const limitMs = 60_000;

/** An emitter by other people, held against the same documents as our targets, raw and prepared. */
export class Emitted {
  readonly emitter: Emitter;
  readonly #scratch = mkdtempSync(join(tmpdir(), 'ai2text-emitted-'));
  readonly #forms: Readonly<Record<'raw' | 'prepared', Form>>;
  readonly #apart: Apart;
  #tried = 0;

  constructor(emitter: Emitter) {
    this.emitter = emitter;
    this.#apart = new Apart(emitter.name, { cwd: this.#scratch, limitMs });
    this.#forms = { raw: new Form(emitter), prepared: new Form(emitter) };
  }

  async add(folder: string, path: string): Promise<void> {
    this.#tried++;
    for (const form of ['raw', 'prepared'] as const) {
      const output = join(this.#scratch, 'out');
      const answer = await this.#apart.run({ form, folder: resolve(folder), path, output });
      if (answer.ok) this.#forms[form].add(path, filesBelow(output));
      else this.#forms[form].failed.push({ path, stage: 'generate', message: answer.message });
      rmSync(output, { recursive: true, force: true });
    }
  }

  finish(): AdapterSummary {
    this.#apart.close();
    rmSync(this.#scratch, { recursive: true, force: true });
    const { raw, prepared } = this.#forms;
    const version = versionOf(this.emitter) ?? '';
    return { version, tried: this.#tried, raw: raw.finish(), prepared: prepared.finish() };
  }
}

class Form {
  readonly failed: Array<{ readonly path: string } & Failure> = [];
  readonly #emitter: Emitter;
  #batch: Array<Unit & { readonly path: string }> = [];
  #bytes = 0;
  #generated = 0;
  #typeChecked = 0;

  constructor(emitter: Emitter) {
    this.#emitter = emitter;
  }

  add(path: string, files: readonly GeneratedFile[]): void {
    this.#generated++;
    this.#batch.push({ folder: `d${this.#generated}/${this.#emitter.name}`, path, files });
    this.#bytes += files.reduce((sum, { text }) => sum + text.length, 0);
    if (this.#bytes > batchBytes) this.#compile();
  }

  finish(): FormSummary {
    if (this.#batch.length > 0) this.#compile();
    return { generated: this.#generated, typeChecked: this.#typeChecked, failed: this.failed };
  }

  #compile(): void {
    const complaints = compile(this.#batch, 'typescript7', this.#emitter.compilerOptions);
    for (const { folder, path } of this.#batch) {
      const message = complaints.get(folder);
      if (message === undefined) this.#typeChecked++;
      else this.failed.push({ path, stage: 'type-check', message });
    }
    this.#batch = [];
    this.#bytes = 0;
  }
}
