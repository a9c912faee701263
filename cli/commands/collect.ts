/** For options that may be repeated: `--rule a=off --rule b=error` and `--rule a=off,b=error` say the same. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(',').map((part) => part.trim())];
}
