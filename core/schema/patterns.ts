import { createContext, Script } from 'node:vm';

const millisecondsPerMatch = 100;
const millisecondsInAll = 500;
/** Steps that the native engine takes in well under a millisecond. */
const cheapSteps = 1_000_000;

/**
 * Matches texts against the `pattern`s of a contract, which is untrusted: a backtracking engine can be made to run for
 * years. A match that might take long runs under a time limit (V8 looks for it while it backtracks); a pattern that
 * hits the limit is ignored from then on, and after half a second lost that way every such pattern is. V8's linear
 * engine is no way out: it knows neither the `u` flag nor lookahead nor backreferences.
 */
export class Patterns {
  readonly #compiled = new Map<string, RegExp | undefined>();
  #timeLeft = millisecondsInAll;
  #gaveUp = false;

  /** True when some match was given up, so that its text counted as accepted. */
  get exhausted(): boolean {
    return this.#gaveUp;
  }

  /** True also when the pattern cannot be compiled or takes too long: then nothing is known against the text. */
  matches(pattern: string, text: string): boolean {
    const compiled = this.#compile(pattern);
    if (compiled === undefined) return true;
    if (worstSteps(pattern, text.length) <= cheapSteps) return compiled.test(text);
    if (this.#timeLeft <= 0) return true;
    const started = performance.now();
    const matched = matchWithin(compiled, text, Math.min(millisecondsPerMatch, Math.ceil(this.#timeLeft)));
    if (matched !== undefined) return matched;
    this.#timeLeft -= performance.now() - started;
    this.#gaveUp = true;
    this.#compiled.set(pattern, undefined);
    return true;
  }

  #compile(pattern: string): RegExp | undefined {
    if (this.#compiled.has(pattern)) return this.#compiled.get(pattern);
    // JSON Schema asks for `u`; many published patterns escape characters in ways that only the older syntax allows.
    const compiled = compileWith(pattern, 'u') ?? compileWith(pattern, '');
    this.#compiled.set(pattern, compiled);
    return compiled;
  }
}

function compileWith(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/**
 * An upper bound on backtracking steps: each unbounded quantifier may stop anywhere in the text, each optional part and
 * each alternative doubles the ways. A repeated group has no such bound.
 */
function worstSteps(pattern: string, length: number): number {
  if (/\)[*+{]/.test(pattern) || pattern.length > 2000) return Number.POSITIVE_INFINITY;
  const unbounded = pattern.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  const choices = pattern.match(/[?|]/g)?.length ?? 0;
  return (length + 1) ** (unbounded + 1) * 2 ** choices;
}

const matching = new Script('pattern.test(text)');
let sandbox: { pattern: RegExp; text: string } | undefined;

/** Undefined when the time was up or the engine refused the pattern. The script is ours and fixed; only data goes in. */
function matchWithin(pattern: RegExp, text: string, milliseconds: number): boolean | undefined {
  sandbox ??= createSandbox();
  sandbox.pattern = pattern;
  sandbox.text = text;
  try {
    return matching.runInContext(sandbox, { timeout: milliseconds }) === true;
  } catch {
    return undefined;
  }
}

function createSandbox(): { pattern: RegExp; text: string } {
  const values = { pattern: /^/, text: '' };
  createContext(values);
  return values;
}
