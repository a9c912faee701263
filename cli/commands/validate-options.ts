import type { Format } from '../../core/diagnostics/printers/formats.ts';
import type { FailOn } from '../config/config.ts';

/** The command line of `validate`, after commander. */
export interface ValidateOptions {
  readonly format?: Format;
  readonly failOn?: FailOn;
  readonly config?: string;
  readonly ruleset?: readonly string[];
  readonly rule?: readonly string[];
  readonly cache: boolean;
  readonly output?: string;
}
