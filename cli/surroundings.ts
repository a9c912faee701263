/** The world as the command line sees it, passed in so that every command can be run inside a test. */
export interface Surroundings {
  readonly cwd: string;
  readonly out: Output;
  readonly error: Output;
  /** All of standard input. */
  readonly readInput: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The clock, by which sunsets pass and accepted changes expire. */
  readonly now: () => Date;
}

/** What a command is given: the world, and a place for its exit code. */
export interface CommandContext extends Surroundings {
  exitCode: number;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Colour for people, none for pipes; NO_COLOR and FORCE_COLOR (https://no-color.org) decide over both. */
export function wantsColor(output: Output, env: Surroundings['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return output.isTTY === true && env.TERM !== 'dumb';
}
