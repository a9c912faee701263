import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Change, compareContracts, eventModes, profiles } from '../../core/compat/index.ts';
import { contractFrom } from './read-contract.ts';

const folder = join(import.meta.dirname, 'cases');

/**
 * A case is a folder with `before.yaml`, `after.yaml` and `changes.txt`, which holds one line for each change, and under
 * it the value that shows it. A first line such as `# strict, FULL, 2026-11-21` sets profile, event mode and clock.
 * `UPDATE_CASES=1` writes what is found, to be read before it is committed.
 */
describe('compatibility cases', () => {
  for (const name of readdirSync(folder).sort()) {
    test(name, () => {
      const [before, after] = ['before.yaml', 'after.yaml'].map((file) =>
        readFileSync(join(folder, name, file), 'utf8'),
      );
      const path = join(folder, name, 'changes.txt');
      const wanted = readFileSync(path, 'utf8');
      const first = wanted.split('\n')[0] ?? '';
      const settings = first.startsWith('# ') ? first.slice(2).split(', ') : [];
      const changes = compareContracts(
        contractFrom(before ?? '', 'before.yaml'),
        contractFrom(after ?? '', 'after.yaml'),
        {
          profile: profiles.find((profile) => settings.includes(profile)) ?? 'standard',
          eventMode: eventModes.find((mode) => settings.includes(mode)) ?? 'ACTION',
          now: new Date(settings.find((setting) => /^\d{4}-/.test(setting)) ?? '2026-01-01'),
        },
      );
      const found = [...(first.startsWith('# ') ? [first] : []), ...changes.map(print), ''].join('\n');
      if (process.env.UPDATE_CASES !== undefined) writeFileSync(path, found);
      else expect(found).toBe(wanted);
    });
  }
});

function print({ verdict, rule, subject, message, witness, undecided }: Change): string {
  const [what = ''] = message.split('. ');
  const shown =
    witness === undefined ? [] : [`  ${witness.part} ${witness.name}: ${JSON.stringify(witness.answer.value)}`];
  const open = undecided === undefined ? [] : [`  undecided: ${undecided}`];
  return [`${verdict} ${rule} ${subject}: ${what.replace(/\.$/, '')}`, ...shown, ...open].join('\n');
}
