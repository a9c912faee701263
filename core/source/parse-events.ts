import { type Event, parseEvents, YAMLException } from 'js-yaml';

/** Characters that may be parsed again and again to read past closing brackets; a bound on the cost of bad text. */
const patience = 40_000_000;

export interface EventsOfText {
  readonly events: Event[];
  /** Of the same length as the text given, so that offsets are those of either. */
  readonly text: string;
}

/**
 * Parses, and lets a closing bracket stand no deeper than the key that its collection belongs to:
 *
 *     tags: [
 *       a
 *     ]
 *
 * YAML 1.2.2 wants it indented; nearly every other parser reads it, and people write it. The line break before such a
 * bracket is taken for a space.
 *
 * @throws what the parser throws, for every other fault.
 */
export function parseEventsOf(text: string, maxDepth: number): EventsOfText {
  let current = text;
  for (let spent = text.length; ; spent += text.length) {
    try {
      return { events: parseEvents(current, { maxDepth }), text: current };
    } catch (error) {
      const joined = spent < patience ? joinBracketLine(current, error) : undefined;
      if (joined === undefined) throw error;
      current = joined;
    }
  }
}

function joinBracketLine(text: string, error: unknown): string | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation') return undefined;
  const at = error.mark?.position ?? 0;
  const bracket = at + (/^[ \t]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
  if (text[bracket] !== ']' && text[bracket] !== '}') return undefined;
  const before = /[\r\n][ \t\r\n]*$/.exec(text.slice(0, bracket));
  if (before === null) return undefined;
  const start = before.index;
  // A comment would swallow the bracket if their lines were joined.
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1, start);
  if (line.includes('#')) return undefined;
  return `${text.slice(0, start)}${' '.repeat(bracket - start)}${text.slice(bracket)}`;
}
