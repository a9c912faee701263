import type { Extensions } from '../../contract/model.ts';

/** The date in `x-sunset` as written: until when what is deprecated may be used. */
export function sunsetOf(extensions: Extensions): string | undefined {
  const value = extensions.get('x-sunset');
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export function hasPassed(sunset: string, now: Date): boolean {
  return Date.parse(sunset) <= now.getTime();
}
