import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, mergeTag, YAMLException } from 'js-yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isObject, type Json } from './json.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { parseEventsOf } from './parse-events.ts';
import { escapeToken } from './pointer.ts';
import { Source } from './source.ts';

export interface Parsed {
  readonly source: Source;
  /** Empty when the text is one well-formed JSON or YAML 1.2 document within the limits. */
  readonly diagnostics: readonly Diagnostic[];
}

const yamlSchema = CORE_SCHEMA.withTags(mergeTag);

/**
 * Reads YAML 1.2, and with it JSON, keeping the way back from values to positions. Never throws for a bad text: the
 * source then holds `null` and the diagnostics say why. A value that contains itself or that aliases blow up beyond the
 * limits is refused here, so that no later code has to fear an endless tree.
 */
export function parseSource(path: string, text: string, limits: Limits = defaultLimits): Parsed {
  if (text.length > limits.characters) {
    const message = `The file has ${text.length} characters; the limit is ${limits.characters}. Split the contract into several files.`;
    return refuse(new Source(path, '', null, []), 'source-limits', message);
  }
  // Editors do not show a byte order mark, so columns do not count it.
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let events: Event[];
  let read: string;
  try {
    ({ events, text: read } = parseEventsOf(body, limits.depth));
  } catch (error) {
    return refuseSyntax(path, body, error);
  }
  const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
  if (documents === 0) {
    return refuse(new Source(path, body, null, []), 'source-empty', 'The file is empty. Write a contract into it.');
  }
  if (documents > 1) {
    const message = 'The file holds several YAML documents. Keep one contract per file.';
    return refuse(new Source(path, body, null, []), 'source-syntax', message, secondDocument(events));
  }
  let value: Json;
  try {
    // The core schema constructs JSON types only; NaN and the infinities are found by the survey below.
    value = constructFromEvents(events, { source: read, schema: yamlSchema })[0] as Json;
  } catch (error) {
    return refuseSyntax(path, body, error);
  }
  const source = new Source(path, body, value, events);
  const problem = survey(value, limits);
  if (problem === undefined) return { source, diagnostics: [] };
  const location = source.at(problem.pointer);
  const empty = new Source(path, body, null, []);
  return {
    source: empty,
    diagnostics: [{ rule: problem.rule, severity: 'error', message: problem.message, location }],
  };
}

function refuse(source: Source, rule: string, message: string, offset = 0): Parsed {
  return { source, diagnostics: [{ rule, severity: 'error', message, location: source.span(offset) }] };
}

function refuseSyntax(path: string, text: string, error: unknown): Parsed {
  const source = new Source(path, text, null, []);
  if (error instanceof YAMLException) {
    const reason = error.reason.charAt(0).toUpperCase() + error.reason.slice(1);
    return refuse(source, 'source-syntax', `${reason}. Correct the YAML or JSON here.`, error.mark?.position ?? 0);
  }
  if (error instanceof RangeError) {
    return refuse(source, 'source-limits', 'The document is nested too deeply to be read. Flatten it.');
  }
  throw error;
}

function secondDocument(events: readonly Event[]): number {
  let seen = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) seen++;
    else if (seen === 2 && 'start' in event) return event.start;
    else if (seen === 2 && event.type === EVENT_ID.SCALAR) return Math.max(0, event.valueStart);
  }
  return 0;
}

interface Problem {
  readonly rule: string;
  readonly message: string;
  readonly pointer: string;
}

/** Walks the value once: cycles made by aliases, expanded size, numbers that JSON has no form for. */
function survey(root: Json, limits: Limits): Problem | undefined {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  let problem: Problem | undefined;

  function visit(value: Json, pointer: () => string, depth: number): number {
    if (problem !== undefined) return 1;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const message = `${value} is a YAML number that JSON has no form for. Use a finite number or a string.`;
      problem = { rule: 'source-number', message, pointer: pointer() };
      return 1;
    }
    if (typeof value !== 'object' || value === null) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value) || depth > limits.depth) {
      const message = open.has(value)
        ? 'A YAML alias here refers to a value that contains it. Use a $ref for recursive schemas.'
        : `Values are nested more than ${limits.depth} deep. Flatten the document.`;
      problem = { rule: 'source-limits', message, pointer: pointer() };
      return 1;
    }
    open.add(value);
    let size = 1;
    for (const [key, child] of isObject(value) ? Object.entries(value) : value.entries()) {
      size += visit(child, () => `${pointer()}/${escapeToken(String(key))}`, depth + 1);
    }
    open.delete(value);
    sizes.set(value, size);
    if (size > limits.values && problem === undefined) {
      const message = `Written out, the YAML aliases here make more than ${limits.values} values. Use $ref instead of aliases.`;
      problem = { rule: 'source-limits', message, pointer: pointer() };
    }
    return size;
  }

  visit(root, () => '', 0);
  return problem;
}
