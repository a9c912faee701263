import type { Contract } from '../../core/contract/model.ts';

/** What a contract calls itself, on one line. It is somebody's text: quote it wherever it goes. */
export function titleLine({ info }: Contract): string {
  const title = `${info.title} ${info.version}`.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\s]+/gu, ' ').trim();
  return title.length > 200 ? `${title.slice(0, 199)}…` : title;
}
