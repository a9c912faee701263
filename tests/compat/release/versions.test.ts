import { describe, expect, test } from 'vitest';
import { addToChangelog } from '../../../core/compat/release/changelog.ts';
import { leastBump } from '../../../core/compat/release/least-bump.ts';
import { bumpVersion, compareVersions, parseVersion, printVersion } from '../../../core/releases/semantic-version.ts';
import { change } from '../report/example-report.ts';

describe('semantic versions', () => {
  test.each(['1.2', '1.2.3.4', '01.2.3', 'v1.2.3', '1.2.3-rc.1', '1.2.x', '', '../1.2.3', '1.2.3\n'])(
    '%j is none',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );

  test('they are ordered by number, not by letter', () => {
    const sorted = ['1.10.0', '1.9.9', '10.0.0', '9.0.0', '1.9.10'].map((text) => parseVersion(text) ?? fail(text));
    expect(sorted.sort(compareVersions).map(printVersion)).toEqual(['1.9.9', '1.9.10', '1.10.0', '9.0.0', '10.0.0']);
  });

  test.each([
    ['1.4.2', 'major', '2.0.0'],
    ['1.4.2', 'minor', '1.5.0'],
    ['1.4.2', 'patch', '1.4.3'],
    ['0.4.2', 'major', '0.5.0'],
    ['0.4.2', 'minor', '0.4.3'],
  ] as const)('after %s, a %s is %s', (from, bump, to) => {
    expect(printVersion(bumpVersion(parseVersion(from) ?? fail(from), bump))).toBe(to);
  });
});

describe('the least bump', () => {
  const accepted = { because: 'Nobody calls it.', by: 'Ana', until: '2027-01-31' };
  test.each([
    ['nothing but words', [], 'patch'],
    ['where it stands', [change({ rule: 'server-added', verdict: 'info' })], 'patch'],
    ['something is added', [change({ rule: 'operation-added', verdict: 'info' })], 'minor'],
    ['something may concern some', [change({ rule: 'server-removed', verdict: 'warning' })], 'minor'],
    ['something breaks', [change({ rule: 'operation-added', verdict: 'info' }), change()], 'major'],
    ['something breaks and was accepted', [change({ accepted })], 'minor'],
  ] as const)('%s', (_, changes, bump) => {
    expect(leastBump(changes)).toBe(bump);
  });
});

describe('the changelog', () => {
  const note = { title: 'Shop', version: '1.1.0', day: '2026-11-21', changes: [], guide: undefined };

  test('a release stands above the one before, and what people wrote stays', () => {
    const old = '# History\n\nWritten by hand.\n\n## 1.0.0 (2026-01-01)\n\nThe first release. *With* notes.\n';
    expect(addToChangelog(old, note)).toBe(
      '# History\n\nWritten by hand.\n\n## 1.1.0 (2026-11-21)\n\nThe promise is the same and is only said better.\n\n## 1.0.0 (2026-01-01)\n\nThe first release. *With* notes.\n',
    );
  });

  test('the first release starts the file', () => {
    expect(addToChangelog(undefined, { ...note, changes: undefined })).toBe(
      '# Changelog of Shop\n\nEvery release of this contract, the newest first. What the numbers mean: Semantic Versioning 2.0.0.\n\n## 1.1.0 (2026-11-21)\n\nThe first release.\n',
    );
  });
});

function fail(text: string): never {
  throw new Error(`${text} is a version.`);
}
