import type { PlannedMessage } from '../../events/messages.ts';

/** Where a payload holds what a request shares with its answer, as the steps to it. Frames have no headers to hold it. */
export function correlationOf({ message: { correlationId } }: PlannedMessage): string[] | undefined {
  const pointer = /^\$message\.payload#\/(.+)$/.exec(correlationId ?? '')?.[1];
  return pointer?.split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
