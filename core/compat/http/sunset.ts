import type { Extensions } from '../../contract/model.ts';

/** The date in `x-sunset` as written: until when what is deprecated may be used. */
export function sunsetOf(extensions: Extensions): string | undefined {
  const value = extensions.get('x-sunset');
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export function hasPassed(sunset: string, now: Date): boolean {
  return Date.parse(sunset) <= now.getTime();
}

interface SunsetFinding {
  readonly rule: string;
  /** To stand after the name of what is deprecated. */
  readonly what: string;
}

/** What became of the sunset of something that stays deprecated. */
export function sunsetFindings(before: Extensions, after: Extensions): readonly SunsetFinding[] {
  const [was, is] = [sunsetOf(before), sunsetOf(after)];
  if (was === undefined || was === is) return [];
  if (is === undefined) return [{ rule: 'sunset-moved-later', what: `has no sunset, before ${was}` }];
  if (Date.parse(is) === Date.parse(was)) return [];
  const rule = Date.parse(is) < Date.parse(was) ? 'sunset-moved-earlier' : 'sunset-moved-later';
  return [{ rule, what: `has its sunset on ${is}, before on ${was}` }];
}
