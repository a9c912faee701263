/** How often `any` stands in TypeScript as a type, not in a comment, a string or a name. */
export function countAny(text: string): number {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, ' ');
  return code.match(/(?<![\w$.])any(?![\w$?:(])/g)?.length ?? 0;
}
