import type { Response } from '../../contract/model.ts';

/** What describes a response of the status or range `status`: exactly it, else the range around it, else `default`. */
export function answering(status: string, responses: readonly Response[]): Response | undefined {
  const wanted = status.toUpperCase();
  const at = (text: string): Response | undefined => responses.find((each) => each.status.toUpperCase() === text);
  return at(wanted) ?? at(rangeOf(wanted)) ?? at('DEFAULT');
}

/** Those inside a range that has no description of its own: what became of `4XX`. */
export function inside(range: string, responses: readonly Response[]): readonly Response[] {
  const wanted = range.toUpperCase();
  return wanted.endsWith('XX') ? responses.filter(({ status }) => rangeOf(status) === wanted) : [];
}

export function isSuccess(status: string): boolean {
  return status.startsWith('2') || status.startsWith('1') || status.startsWith('3');
}

function rangeOf(status: string): string {
  return `${status.charAt(0)}XX`;
}
