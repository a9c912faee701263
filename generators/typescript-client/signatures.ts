import type { OperationNames } from './operation-names.ts';

/** What an operation is called with and what it gives. */
export interface CallShape {
  readonly names: OperationNames;
  /** Whether a call needs no input at all. */
  readonly inputOptional: boolean;
  /** Whether the answer can be had as a stream of bytes. */
  readonly streamed: boolean;
}

/** The first line of an operation's function, or lines where it is long. */
export function signature({ names: { call, input, result }, inputOptional, streamed }: CallShape): string {
  const generics = streamed ? streamGenerics : '';
  const parameters = [transport, parameter(input, inputOptional), streamed ? streamOptions : callOptions];
  return layout(`export function ${call}${generics}`, parameters, `: ${promise(result, streamed)} {`, 0);
}

/** The same as a member of the client's interface, for a function that streams. */
export function streamedMethod({ names: { call, input, result }, inputOptional }: CallShape): string {
  const parameters = [`input${inputOptional ? '?' : ''}: operations.${input}`, streamOptions];
  return layout(`  ${call}${streamGenerics}`, parameters, `: ${promise(`operations.${result}`, true)};`, 2);
}

/** The first line of the iterator over an operation's pages. */
export function pagesSignature(call: string, type: string, { names, inputOptional }: CallShape): string {
  const parameters = [transport, parameter(names.input, inputOptional), callOptions];
  return layout(`export function ${call}`, parameters, `: ${type} {`, 0);
}

const transport = 'transport: Transport';
const callOptions = 'options?: CallOptions';
const streamOptions = 'options?: Options';
const streamGenerics = '<Options extends StreamOptions = CallOptions>';

function parameter(input: string, optional: boolean): string {
  return `input: ${input}${optional ? ' = {}' : ''}`;
}

function promise(result: string, streamed: boolean): string {
  return streamed ? `Promise<Streamed<${result}, Options>>` : `Promise<${result}>`;
}

function layout(start: string, parameters: readonly string[], end: string, indent: number): string {
  const line = `${start}(${parameters.join(', ')})${end}`;
  if (line.length <= 120) return line;
  const margin = ' '.repeat(indent);
  return `${start}(\n${parameters.map((one) => `${margin}  ${one},\n`).join('')}${margin})${end}`;
}
