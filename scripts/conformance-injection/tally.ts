import type { GeneratedFile } from '../../generators/target.ts';
import { type Hostile, nameOf } from '../../tests/generators/injection/hostile-documents.ts';
import { runInSandbox } from '../../tests/generators/injection/sandbox.ts';

/** What became of the hostile documents in one generator. */
export interface Tally {
  readonly name: string;
  readonly version: string;
  readonly input: 'openapi' | 'asyncapi';
  /** Whether it read the documents as they are or as our adapters prepare them. */
  readonly form: 'raw' | 'prepared';
  documents: number;
  generated: number;
  /** The output of so many is no TypeScript. */
  unparsable: number;
  /** In the output of so many a text of the document ran, or left a mark on every object. */
  alarmed: number;
  /** For so many, a file was named or written outside of the output folder. */
  strayed: number;
  /** Each document that is counted in one of the last three. */
  readonly faults: Array<ReturnType<typeof nameOf> & { readonly fault: string }>;
}

export function emptyTally(tally: Pick<Tally, 'name' | 'version' | 'input' | 'form'>): Tally {
  return { ...tally, documents: 0, generated: 0, unparsable: 0, alarmed: 0, strayed: 0, faults: [] };
}

/** Undefined `files` are those of a generator that refused the document or failed. */
export function count(
  tally: Tally,
  hostile: Hostile,
  files: readonly GeneratedFile[] | undefined,
  strayed: readonly string[],
): void {
  const report = files && runInSandbox(files);
  const note = (fault: string) => tally.faults.push({ ...nameOf(hostile), fault });
  tally.documents++;
  if (report !== undefined) tally.generated++;
  if (report?.syntaxError !== undefined) {
    tally.unparsable++;
    note(report.syntaxError);
  }
  if (report?.alarmed) {
    tally.alarmed++;
    note('canary');
  }
  if (strayed.length > 0) {
    tally.strayed++;
    note(`outside: ${strayed.join(', ')}`);
  }
}
