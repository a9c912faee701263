/** The environment lacks something or holds something unusable. `main` prints the message and exits with code 2. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  /** One sentence for each variable that has to be put right. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a whole configuration, so that a person learns of all wrong variables at once. */
export function readConfig<T>(environment: Environment, read: (settings: Settings) => T): T {
  const settings = new Settings(environment);
  const config = read(settings);
  if (settings.problems.length > 0) throw new ConfigurationError(settings.problems);
  return config;
}

export class Settings {
  readonly problems: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** An empty variable counts as unset: that is how container platforms write "none". */
  optional(name: string): string | undefined {
    const value = this.#environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(
    name: string,
    range: { readonly fallback: number; readonly minimum: number; readonly maximum: number },
  ): number {
    const text = this.optional(name);
    if (text === undefined) return range.fallback;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= range.minimum && value <= range.maximum) return value;
    this.report(`${name} is "${text}". Set it to a whole number from ${range.minimum} to ${range.maximum}.`);
    return range.fallback;
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const text = this.optional(name);
    if (text === undefined) return fallback;
    const value = values.find((candidate) => candidate === text);
    if (value === undefined) this.report(`${name} is "${text}". Set it to one of ${values.join(', ')}.`);
    return value ?? fallback;
  }

  /** For rules that concern several variables, or that only the service knows. */
  report(sentence: string): void {
    this.problems.push(sentence);
  }
}
