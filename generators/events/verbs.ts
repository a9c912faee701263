import { functionName } from '../typescript/names.ts';

export type Side = 'send' | 'receive';

const verbs: Readonly<Record<Side, RegExp>> = {
  send: /^(?:send|publish|emit|produce|request|notify)(?!\p{Ll})/u,
  receive: /^(?:receive|consume|subscribe|handle|process|on)(?!\p{Ll})/u,
};

/** Whether the name of an operation says what that side does: `publishOrder`, `onOrder`. */
export function startsWithVerb(name: string, side: Side): boolean {
  return verbs[side].test(name);
}

/** What an operation is about: `order` in `publishOrder`; undefined when its name is a verb alone. */
export function subjectOf(name: string): string | undefined {
  const spoken = functionName(name).replace(/_$/, '');
  const subject = spoken.replace(verbs.send, '').replace(verbs.receive, '');
  return subject === '' ? undefined : subject;
}
