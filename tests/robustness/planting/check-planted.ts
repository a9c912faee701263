import { type Diagnostic, sortDiagnostics } from '../../../core/diagnostics/diagnostic.ts';
import { printLocation } from '../../../core/diagnostics/location.ts';
import type { FileReader } from '../../../core/source/workspace.ts';
import { Workspace } from '../../../core/source/workspace.ts';
import { validate } from '../../../core/validate.ts';
import { Random } from '../random.ts';
import { placesIn } from './places.ts';
import { plant } from './plant.ts';

export interface PlantingReport {
  /** Faults planted, by kind. */
  readonly planted: Readonly<Record<string, number>>;
  /** `path:line:column kind`, with what was found there instead, for each one that no finding stands at. */
  readonly missed: readonly string[];
}

/** Plants `count` faults in the documents at `paths` and looks for a finding at the exact line and column of each. */
export async function checkPlanted(
  files: FileReader,
  paths: readonly string[],
  { count, seed }: { count: number; seed: number },
): Promise<PlantingReport> {
  const random = new Random(seed);
  const planted: Record<string, number> = {};
  const missed: string[] = [];
  const { documents } = await validate(new Workspace({ files }), paths);
  const contracts = documents.flatMap(({ path, contract }) =>
    contract === undefined ? [] : [{ path, contract, places: placesIn(contract) }],
  );
  if (contracts.length === 0) return { planted, missed };
  for (let done = 0, tries = 0; done < count && tries < 50 * count; tries++) {
    const { path, contract, places } = random.pick(contracts);
    const fault = plant(contract, places, random);
    if (fault === undefined) continue;
    done++;
    planted[fault.kind] = (planted[fault.kind] ?? 0) + 1;
    const found = await findings(files, path, fault.text);
    const hit = found.some(({ rule, location: { source, range } }) => {
      const { line, column } = range.start;
      return rule === fault.rule && source.path === path && line === fault.line && column === fault.column;
    });
    if (!hit) missed.push(`${path}:${fault.line}:${fault.column} ${fault.kind}, found ${print(found)}`);
  }
  return { planted, missed };
}

async function findings(files: FileReader, path: string, text: string): Promise<readonly Diagnostic[]> {
  const overlaid: FileReader = { read: (wanted) => (wanted === path ? { text } : files.read(wanted)) };
  const { diagnostics } = await validate(new Workspace({ files: overlaid }), [path]);
  return sortDiagnostics(diagnostics);
}

function print(found: readonly Diagnostic[]): string {
  const shown = found.slice(0, 4).map(({ rule, location, message }) => `${printLocation(location)} ${rule} ${message}`);
  return found.length === 0 ? 'nothing' : shown.join(' | ');
}
