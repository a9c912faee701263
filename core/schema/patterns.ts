import { createContext, Script } from 'node:vm';

const millisecondsPerMatch = 100;
const millisecondsInAll = 500;
/** Steps that the native engine takes in well under a millisecond. */
const cheapSteps = 1_000_000;

interface Compiled {
  readonly expression: RegExp;
  /** Unbounded quantifiers, each of which may stop anywhere in the text; infinite for a repeated group. */
  readonly unbounded: number;
  /** Optional parts and alternatives, each of which doubles the ways. */
  readonly choices: number;
}

/**
 * Matches texts against the `pattern`s of a contract, which is untrusted: a backtracking engine can be made to run for
 * years. A match that might take long runs under a time limit (V8 looks for it while it backtracks); a pattern that
 * hits the limit is not tried again, and after half a second lost that way no such pattern is. V8's linear engine is no
 * way out: it knows neither the `u` flag nor lookahead nor backreferences.
 */
export class Patterns {
  readonly #compiled = new Map<string, Compiled | undefined>();
  readonly #hopeless = new Set<string>();
  #timeLeft = millisecondsInAll;
  #refusals = 0;

  /** How often a match was given up. */
  get refusals(): number {
    return this.#refusals;
  }

  /** True also when the pattern cannot be compiled or takes too long: then nothing is known against the text. */
  matches(pattern: string, text: string): boolean {
    const compiled = this.#compile(pattern);
    if (compiled === undefined) return true;
    if (worstSteps(compiled, text.length) <= cheapSteps) return compiled.expression.test(text);
    const known = timed.get(pattern)?.get(text);
    if (known !== undefined) return known;
    if (!this.#hopeless.has(pattern) && this.#timeLeft > 0) {
      const started = performance.now();
      const limit = Math.min(millisecondsPerMatch, Math.ceil(this.#timeLeft));
      const matched = matchWithin(compiled.expression, text, limit);
      if (matched !== undefined) return remember(pattern, text, matched);
      this.#timeLeft -= performance.now() - started;
      this.#hopeless.add(pattern);
    }
    this.#refusals++;
    return true;
  }

  #compile(pattern: string): Compiled | undefined {
    if (this.#compiled.has(pattern)) return this.#compiled.get(pattern);
    // JSON Schema asks for `u`; many published patterns escape characters in ways that only the older syntax allows.
    const expression = compileWith(pattern, 'u') ?? compileWith(pattern, '');
    const compiled = expression && { expression, ...shapeOf(pattern) };
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

function shapeOf(pattern: string): Pick<Compiled, 'unbounded' | 'choices'> {
  if (/\)[*+{]/.test(pattern) || pattern.length > 2000) return { unbounded: Number.POSITIVE_INFINITY, choices: 0 };
  return {
    unbounded: pattern.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0,
    choices: pattern.match(/[?|]/g)?.length ?? 0,
  };
}

/** An upper bound on the steps of backtracking. */
function worstSteps({ unbounded, choices }: Compiled, length: number): number {
  return (length + 1) ** (unbounded + 1) * 2 ** choices;
}

/** Starting a time limit costs far more than most matches, and contracts show the same few values again and again. */
const timed = new Map<string, Map<string, boolean>>();
const mostRemembered = 1000;
const longestRemembered = 200;

function remember(pattern: string, text: string, matched: boolean): boolean {
  const results = timed.get(pattern) ?? new Map<string, boolean>();
  if (text.length <= longestRemembered && results.size < mostRemembered && timed.size < mostRemembered) {
    timed.set(pattern, results.set(text, matched));
  }
  return matched;
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
