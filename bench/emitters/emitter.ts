import type { PrepareOptions } from '../../generators/prepared/options.ts';

/** A code generator by other people, as it is measured. */
export interface Emitter {
  readonly name: string;
  /** The npm package, whose version is reported. */
  readonly package: string;
  readonly accepts: 'http' | 'event';
  /** Our adapter that feeds it a prepared document; one without reads the prepared document like any other. */
  readonly adapter?: string;
  /** How documents are prepared for one without. */
  readonly prepare?: PrepareOptions;
  /** The switches of the compiler that its output never passes, whatever the document says. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  /** Generates from the document at `input` into the folder `output`, both absolute. Rejects when the emitter fails. */
  emit(input: string, output: string): Promise<void>;
}
