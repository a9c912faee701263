import type { Bindings } from '../../contract/model.ts';
import type { Location } from '../../diagnostics/location.ts';
import { isObject, type Json, jsonEqual } from '../../source/json.ts';
import type { Comparison } from '../comparison.ts';
import { mediaTypeKey } from '../match/media-types.ts';
import { eventTypeOf, type NamedMessage } from '../match/messages.ts';
import { compareSchemas } from '../schemas/compare-schemas.ts';
import { type Action, eventDuty } from './event-duty.ts';

export interface MessagePair {
  readonly before: NamedMessage;
  readonly after: NamedMessage;
  readonly action: Action;
  /** `send on recordings: recording.ingested`. */
  readonly subject: string;
}

export function compareMessage(pair: MessagePair, comparison: Comparison): void {
  const { subject, action } = pair;
  const [old, now] = [pair.before.message, pair.after.message];
  const places = { before: old.location, after: now.location };
  const tell = (rule: string, what: string): void => {
    comparison.report({ rule, subject, place: rule, what, ...places });
  };
  if (mediaTypeKey(old.contentType) !== mediaTypeKey(now.contentType)) {
    tell('message-content-type-changed', `the content type is ${now.contentType}, before ${old.contentType}`);
  }
  const [was, is] = [eventTypeOf(pair.before), eventTypeOf(pair.after)];
  if (was !== undefined && is !== undefined && was !== is) {
    tell('message-event-type-changed', `the CloudEvents type is ${is}, before ${was}`);
  }
  if (old.correlationId !== now.correlationId) {
    const rule = old.correlationId === undefined ? 'message-correlation-id-added' : 'message-correlation-id-changed';
    tell(rule, `the correlation id is at ${now.correlationId ?? 'no place'}, before at ${old.correlationId ?? 'none'}`);
  }
  if (!old.deprecated && now.deprecated) tell('message-deprecated', 'it is deprecated');
  if (old.deprecated && !now.deprecated) tell('message-reactivated', 'it is no longer deprecated');
  compareForeign(pair, tell);
  compareMessageBindings(old.bindings, now.bindings, tell);
  const common = {
    area: 'message',
    duty: eventDuty(action, comparison.options.eventMode),
    direction: action === undefined ? undefined : action === 'receive' ? 'input' : 'output',
    subject,
    name: old.name,
    at: places,
  } as const;
  if (old.foreign === undefined && now.foreign === undefined) {
    const payload = { before: old.payload, after: now.payload, thing: 'payload', part: 'message' } as const;
    compareSchemas({ ...common, ...payload }, comparison);
  }
  const headers = { before: old.headers, after: now.headers, thing: 'headers', part: 'message-header' } as const;
  compareSchemas({ ...common, ...headers }, comparison);
}

type Tell = (rule: string, what: string) => void;

function compareForeign({ before, after }: MessagePair, tell: Tell): void {
  const [was, is] = [before.message.foreign, after.message.foreign];
  if (was === undefined && is === undefined) return;
  if (was?.format === is?.format && jsonEqual(textAt(was?.location), textAt(is?.location))) return;
  tell(
    'foreign-payload-changed',
    `the payload is described in ${is?.format ?? 'JSON Schema'}, before in ${was?.format ?? 'JSON Schema'}, and not compared`,
  );
}

/** What is written there, as data. */
function textAt(location: Location | undefined): Json {
  if (location === undefined) return null;
  const { start, end } = location.range;
  return location.source.text.slice(start.offset, end.offset);
}

function compareMessageBindings(was: Bindings, is: Bindings, tell: Tell): void {
  for (const protocol of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(protocol) ?? null, is.get(protocol) ?? null];
    const [oldKey, newKey] = [keyOf(old), keyOf(now)];
    if (!jsonEqual(oldKey, newKey)) tell('message-key-changed', `the ${protocol} key changed`);
    if (!jsonEqual(withoutKey(old), withoutKey(now))) tell('bindings-changed', `the ${protocol} binding changed`);
  }
}

function keyOf(binding: Json): Json {
  return isObject(binding) ? (binding.key ?? null) : null;
}

function withoutKey(binding: Json): Json {
  if (!isObject(binding)) return {};
  const { key: _key, bindingVersion: _version, ...rest } = binding;
  return rest;
}
