import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, mergeTag, YAMLException } from 'js-yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Json } from './json.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { parseEventsOf } from './parse-events.ts';
import { Source } from './source.ts';
import { survey } from './survey.ts';

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
  const aliased = events.some((event) => event.type === EVENT_ID.ALIAS);
  const problem = survey(value, aliased, limits);
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
