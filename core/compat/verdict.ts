import type { Profile } from './profiles.ts';
import type { CompatRuleInfo, CompatVerdict } from './rules/rule.ts';

/** What the law says, or the profile where it departs from it, with the reason. */
export function judge(
  law: CompatVerdict,
  departures: CompatRuleInfo['departures'],
  profile: Profile,
): { readonly verdict: CompatVerdict; readonly because: string | undefined } {
  const departure = departures[profile];
  return { verdict: departure?.severity ?? law, because: departure?.because };
}
