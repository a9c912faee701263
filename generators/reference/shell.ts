/**
 * A text as one word of a POSIX shell. Control characters, and those that make a line read in another order than it runs
 * (CVE-2021-42574), are shown as what they are not.
 */
export function quote(text: string): string {
  return `'${withoutTricks(text).replaceAll("'", `'\\''`)}'`;
}

function withoutTricks(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]/gu, '\ufffd');
}
