import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { parseTemplate } from './engine.ts';
import { strangeStatement } from './statements.ts';
import { syntaxPlace } from './syntax-place.ts';
import { missingName } from './walk-view.ts';

/** Something wrong with a template, and where. Columns count from 1. */
export interface TemplateFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface NamedTemplate {
  readonly text: string;
  readonly shown: string;
}

/** Holds a template against what templates may do and what its view has. A fault is a UsageError with its place. */
export function refuseFaults({ text, shown }: NamedTemplate, view: object): void {
  const program = parsed({ text, shown });
  const fault = strangeStatement(program) ?? missingName(program, view);
  if (fault !== undefined) throw errorAt(shown, fault);
}

function parsed({ text, shown }: NamedTemplate): hbs.AST.Program {
  try {
    return parseTemplate(text);
  } catch (error) {
    throw errorAt(shown, syntaxPlace(text, error));
  }
}

function errorAt(shown: string, { line, column, message }: TemplateFault): UsageError {
  return new UsageError(`${shown}:${line}:${column} ${message}`);
}
