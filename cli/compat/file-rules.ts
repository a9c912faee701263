import type { RuleInfo } from '../../core/rules/rule.ts';

/** What `diff` and `release` find in the files themselves, apart from the changes of a contract. */
export const fileRules: readonly RuleInfo[] = [
  {
    id: 'source-readable',
    ruleset: 'spec',
    severity: 'error',
    summary: 'Both sides of a comparison can be read.',
    why: 'What cannot be read cannot be compared, and a comparison that did not take place must not look like one without changes.',
    fix: 'Correct the path or the revision.',
  },
  {
    id: 'contract-removed',
    ruleset: 'spec',
    severity: 'error',
    summary: 'A contract that was there is still there.',
    why: 'Everybody who uses it breaks.',
    fix: 'Keep the contract until the sunset of its last operation, then accept the change and remove it together with its releases.',
  },
  {
    id: 'version-fits-change',
    ruleset: 'spec',
    severity: 'error',
    summary: "A contract's new version is as great as its changes demand.",
    why: 'People read from the number whether an upgrade is safe.',
    fix: 'Raise info.version to the least version shown, or leave it as it was: "release" sets it.',
    reference: 'Semantic Versioning 2.0.0',
  },
  {
    id: 'deprecation-window',
    ruleset: 'spec',
    severity: 'error',
    summary: 'A deprecation names a sunset that is at least 90 days after the release that announces it.',
    why: 'People need the time to move, and a date to plan by.',
    fix: 'Write x-sunset with a day that far ahead, beside deprecated: true.',
    reference: 'RFC 8594',
  },
  {
    id: 'accepted-change-stale',
    ruleset: 'spec',
    severity: 'warning',
    summary: 'An accepted change is a change that is there.',
    why: 'A decision about something that is gone would hide the next change that happens to look like it.',
    fix: 'Remove the entry from the file of accepted changes.',
  },
  {
    id: 'accepted-change-expired',
    ruleset: 'spec',
    severity: 'error',
    summary: 'A change is accepted for a time, which is not over.',
    why: 'An exception without an end is a rule that nobody has written down.',
    fix: 'Take the change back, or decide anew: diff --accept <fingerprint> --because <reason>.',
  },
];
