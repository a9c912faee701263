import type { EventOperation } from '../../contract/model.ts';
import type { Comparison, Finding, Places } from '../comparison.ts';
import { compareRequirements } from '../http/compare-security.ts';
import { sunsetFindings } from '../http/sunset.ts';
import { pathShape } from '../match/path-template.ts';
import { compareSchemas } from '../schemas/compare-schemas.ts';
import { compareBindings } from './compare-bindings.ts';
import { printChannel } from './compare-channel.ts';
import { compareMessages } from './compare-messages.ts';
import { directionOf, eventDuty } from './event-duty.ts';

export function subjectOf({ action, channel }: EventOperation): string {
  return `${action} ${printChannel(channel)}`;
}

export function compareEventOperation(old: EventOperation, now: EventOperation, comparison: Comparison): void {
  const subject = subjectOf(old);
  const places = { before: old.location, after: now.location };
  const tell = (finding: Omit<Finding, 'subject'>): void => comparison.report({ ...finding, subject });
  for (const { rule, what } of deprecations(old, now)) {
    tell({ rule, place: 'deprecation', what: `${subject} ${what}`, ...places });
  }
  for (const { rule, what } of renamings(old, now))
    tell({ rule, place: 'name', what: `${subject} ${what}`, ...places });
  compareRequirements(old.security, now.security, { places, tell }, comparison);
  compareBindings(old.bindings, now.bindings, { subject, places, action: old.action }, comparison);
  compareParameters(old, now, comparison);
  compareMessages(old.messages, now.messages, { action: old.action, subject, places }, comparison);
  compareReply(old, now, comparison);
}

function deprecations(old: EventOperation, now: EventOperation): readonly { rule: string; what: string }[] {
  if (!old.deprecated && now.deprecated) return [{ rule: 'operation-deprecated', what: 'is deprecated' }];
  if (old.deprecated && !now.deprecated) return [{ rule: 'operation-reactivated', what: 'is no longer deprecated' }];
  return old.deprecated ? sunsetFindings(old.extensions, now.extensions) : [];
}

/** 2.x may leave the operationId out, 3.x has a key there. */
function renamings(old: EventOperation, now: EventOperation): readonly { rule: string; what: string }[] {
  const [was, is] = [old.operationId, now.operationId];
  if (was === is) return [];
  if (was === undefined) return [{ rule: 'operation-id-added', what: `is called "${is}" now` }];
  return [
    {
      rule: 'operation-id-changed',
      what: `was called "${was}" and ${is === undefined ? 'has no name' : `is called "${is}"`} now`,
    },
  ];
}

/** Which addresses there are: who sends to the application chooses one, and who reads from it must know them all. */
function compareParameters(old: EventOperation, now: EventOperation, comparison: Comparison): void {
  const { action, channel } = old;
  channel.templateNames.forEach((name, i) => {
    const other = now.channel.templateNames[i];
    const was = channel.parameters.find((parameter) => parameter.name === name);
    const is = now.channel.parameters.find((parameter) => parameter.name === other);
    if (other === undefined || (was === undefined && is === undefined)) return;
    const at: Places = { before: was?.location ?? channel.location, after: is?.location ?? now.channel.location };
    const duty = eventDuty(action, comparison.options.eventMode);
    const pair = { before: was?.schema, after: is?.schema, area: 'parameter', part: 'parameter', at, duty } as const;
    const words = { subject: subjectOf(old), thing: `address parameter ${name}`, name: `path ${name}` };
    compareSchemas({ ...pair, ...words, direction: directionOf(action) }, comparison);
  });
}

function compareReply(old: EventOperation, now: EventOperation, comparison: Comparison): void {
  const subject = `reply to ${subjectOf(old)}`;
  const [was, is] = [old.reply, now.reply];
  const places = { before: was?.location ?? old.location, after: is?.location ?? now.location };
  if (was === undefined) {
    if (is !== undefined)
      comparison.report({ rule: 'reply-added', subject, place: '', what: `${subject} was added`, ...places });
    return;
  }
  const tell = (what: string): void => {
    comparison.report({ rule: 'reply-changed', subject, place: '', what: `${subject} ${what}`, ...places });
  };
  if (is === undefined) {
    tell('was removed');
    return;
  }
  const [from, to] = [was.channel?.address, is.channel?.address].map((address) => address && pathShape(address));
  if (was.address !== is.address || from !== to) tell('goes to another place');
  const action = old.action === 'receive' ? 'send' : 'receive';
  compareMessages(was.messages, is.messages, { action, subject, places }, comparison);
}
