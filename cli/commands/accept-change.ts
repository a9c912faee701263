import type { DiffReport, ReportedChange } from '../../core/compat/report/report.ts';
import { UsageError } from '../../core/diagnostics/usage-error.ts';
import { dayOf, daysAfter, isDay } from '../compat/day.ts';
import { gitUser } from '../compat/git.ts';
import { writeAcceptance } from '../compat/write-acceptance.ts';
import type { Config } from '../config/config.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DiffOptions } from './diff-options.ts';

/** `diff --accept`: finds the change in the report and writes the decision down. */
export function acceptChange(
  options: DiffOptions & { readonly accept: string },
  report: DiffReport,
  config: Config,
  world: Surroundings,
): number {
  const because = options.because?.trim() ?? '';
  if (because === '') throw new UsageError('An accepted change needs a reason. Add --because "…".');
  const by = options.by ?? gitUser(config.root);
  if (by === undefined) throw new UsageError('Say who accepts the change: --by <name>.');
  const today = dayOf(world.now());
  const until = options.until ?? dayOf(daysAfter(world.now(), 90));
  if (!isDay(until) || until < today)
    throw new UsageError(
      `--until ${until} is not a day to come. Write one such as ${dayOf(daysAfter(world.now(), 90))}.`,
    );
  const { contract, change } = find(options.accept, report);
  const path = config.diff.acceptedChanges;
  writeAcceptance(config.root, path, { contract, change, because, by, until });
  world.out.write(`${path}: accepted ${change.rule} (${change.subject}) of ${contract} until ${until}.\n`);
  return 0;
}

function find(
  fingerprint: string,
  { comparisons }: DiffReport,
): { readonly contract: string; readonly change: ReportedChange } {
  const found = comparisons.flatMap(({ contract, changes }) =>
    changes.filter((change) => change.fingerprint === fingerprint).map((change) => ({ contract, change })),
  );
  const contracts = [...new Set(found.map(({ contract }) => contract))];
  const [first] = found;
  if (first === undefined)
    throw new UsageError(
      `No change has the fingerprint ${fingerprint}. Run diff without --accept to see those there are.`,
    );
  if (contracts.length > 1)
    throw new UsageError(`${contracts.join(' and ')} have a change of this fingerprint. Name the one that is meant.`);
  return first;
}
