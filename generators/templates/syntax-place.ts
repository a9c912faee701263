import type { TemplateFault } from './check.ts';

/** Where Handlebars' parser gave up. It tells the line in its message, and the column by a pointer below an excerpt. */
export function syntaxPlace(text: string, error: unknown): TemplateFault {
  const told = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'lineNumber' in error && 'column' in error) {
    const { lineNumber, column } = error;
    // Blocks that are closed by another name come with a place of their own.
    if (typeof lineNumber === 'number' && typeof column === 'number')
      return { line: lineNumber, column: column + 1, message: `${told.replace(/ - \d+:\d+$/, '')}.` };
  }
  const line = Number(/ on line (\d+)/.exec(told)?.[1] ?? 1);
  const got = /got '([A-Z_]+)'$/.exec(told)?.[1];
  return { line, column: columnOf(text, line, told), message: `Handlebars cannot read this${names[got ?? ''] ?? ''}.` };
}

const names: Readonly<Record<string, string>> = {
  EOF: ': the template ends where a block is still open',
  OPEN_ENDBLOCK: ': there is no open block to close',
  INVERSE: ': there is no open block for this else',
  INVALID: ': something is missing between the braces',
};

/** The pointer stands below the last characters that were read, line breaks left out. */
function columnOf(text: string, line: number, told: string): number {
  const [, excerpt = '', pointer = ''] = told.split('\n');
  const read = excerpt.slice(0, Math.max(pointer.length - 1, 0)).replace(/^\.\.\./, '');
  const here = text.split('\n')[line - 1] ?? '';
  for (let length = read.length; length > 0; length -= 1) {
    const at = here.indexOf(read.slice(-length));
    if (at >= 0) return at + length + 1;
  }
  return 1;
}
