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
  /** Resolves when the user wants an end; from then on an interruption no longer ends the process by itself. */
  readonly untilInterrupted?: () => Promise<unknown>;
}

/** What a command is given: the world, and a place for its exit code. */
export interface CommandContext extends Surroundings {
  exitCode: number;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** How many characters fit on a line of a terminal. */
  readonly columns?: number;
}

/** Lines are broken for people, and left whole for pipes. */
export function widthOf({ isTTY, columns }: Output): number | undefined {
  return isTTY === true ? columns : undefined;
}

/** Colour for people, none for pipes; NO_COLOR and FORCE_COLOR (https://no-color.org) decide over both. */
export function wantsColor(output: Output, env: Surroundings['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return output.isTTY === true && env.TERM !== 'dumb';
}
