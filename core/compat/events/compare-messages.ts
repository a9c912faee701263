import type { Message } from '../../contract/model.ts';
import type { Comparison, Places } from '../comparison.ts';
import { matchMessages, type NamedMessage } from '../match/messages.ts';
import { compareMessage } from './compare-message.ts';
import { type Action, eventDuty } from './event-duty.ts';

interface Carrier {
  readonly action: Action;
  readonly subject: string;
  readonly places: Places;
}

/** Compares the messages of an operation, a reply or a channel: those that meet, and those of one version alone. */
export function compareMessages(
  before: readonly Message[],
  after: readonly Message[],
  { action, subject, places }: Carrier,
  comparison: Comparison,
): void {
  const named = (messages: readonly Message[], { schemas }: Comparison['before']): readonly NamedMessage[] =>
    messages.map((message) => ({ message, schemas }));
  const found = matchMessages(named(before, comparison.before), named(after, comparison.after));
  for (const [old, now] of found.pairs) {
    const inner = `${subject}: ${old.message.name}`;
    compareMessage({ before: old, after: now, action, subject: inner }, comparison);
  }
  for (const { message } of found.removed) {
    const finding = { rule: 'message-removed', subject, place: `message ${message.name}` };
    const what = `the message "${message.name}" was removed`;
    comparison.report({ ...finding, what, before: message.location, after: places.after });
  }
  const { mustNotWiden } = eventDuty(action, comparison.options.eventMode);
  for (const { message } of found.added) {
    const rule = mustNotWiden ? 'sent-message-added' : 'message-added';
    const what = `the message "${message.name}" was added`;
    const finding = { rule, subject, place: `message ${message.name}`, what };
    comparison.report({ ...finding, before: places.before, after: message.location });
  }
}
