import { main } from '../../cli/main.ts';

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line inside the test, on the day of 2026-11-21 unless told otherwise. */
export async function runCli(
  args: readonly string[],
  { cwd, now = '2026-11-21', input = '' }: { readonly cwd: string; readonly now?: string; readonly input?: string },
): Promise<Ran> {
  let out = '';
  let error = '';
  const exitCode = await main(args, {
    cwd,
    out: { write: (text) => (out += text) },
    error: { write: (text) => (error += text) },
    readInput: async () => input,
    env: {},
    now: () => new Date(`${now}T00:00:00Z`),
  });
  return { exitCode, out, error };
}
