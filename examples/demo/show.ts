import { styleText } from 'node:util';

const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = (format: Parameters<typeof styleText>[0], text: string) => (color ? styleText(format, text) : text);

let step = 0;

/** Begins a numbered part of the demo. */
export function heading(title: string): void {
  step++;
  console.log(`\n${paint(['bold', 'cyan'], `${step}. ${title}`)}\n`);
}

/** Says in a sentence what comes next. */
export function say(text: string): void {
  console.log(text);
}

/** A line of output that belongs to the thing shown, set in. */
export function show(text: string): void {
  for (const line of text.trimEnd().split('\n')) console.log(line === '' ? '' : `  ${line}`);
}

/** A command as a person would type it. */
export function command(text: string): void {
  console.log(`  ${paint('bold', `$ ${text}`)}`);
}

export function good(text: string): string {
  return paint('green', text);
}

export function bad(text: string): string {
  return paint('red', text);
}

export function dim(text: string): string {
  return paint('dim', text);
}
