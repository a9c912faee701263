import { jsonEqual } from '../../source/json.ts';
import type { Comparison } from '../comparison.ts';
import { mediaTypeKey } from '../match/media-types.ts';
import { eventTypeOf, type NamedMessage } from '../match/messages.ts';
import { compareSchemas } from '../schemas/compare-schemas.ts';
import { compareBindings } from './compare-bindings.ts';
import { type Action, directionOf, eventDuty } from './event-duty.ts';

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
  if (old.name !== now.name) tell('message-renamed', `it is called "${now.name}" now`);
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
  compareBindings(old.bindings, now.bindings, { subject, places, action }, comparison);
  const common = {
    area: 'message',
    duty: eventDuty(action, comparison.options.eventMode),
    direction: directionOf(action),
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
  if (was?.format === is?.format && jsonEqual(was?.value ?? null, is?.value ?? null)) return;
  const [old, now] = [was, is].map((side) => side?.format ?? 'JSON Schema');
  const what =
    old === now
      ? `the payload, which is described in ${now}, changed and is not compared`
      : `the payload is described in ${now}, before in ${old}, and not compared`;
  tell('foreign-payload-changed', what);
}
