import type { HttpContract, HttpOperation } from '../../../core/contract/model.ts';
import { type PlannedOperation, planOperations } from '../../../generators/hono-server/plan.ts';
import { functionName, NameScope } from '../../../generators/typescript/names.ts';

/** Operations whose handlers stand in one file. */
export interface HandlerGroup {
  /** The file's name without ending: plain ASCII, because file systems differ about the rest. */
  readonly file: string;
  /** The constant that it exports. */
  readonly name: string;
  readonly title: string;
  readonly operations: readonly PlannedOperation[];
}

/** The operations under their first tag, or under the first word of their path where they have none. */
export function groupHandlers(contract: HttpContract): readonly HandlerGroup[] {
  const byTitle = new Map<string, PlannedOperation[]>();
  for (const planned of planOperations(contract)) {
    const title = titleOf(planned.operation);
    byTitle.set(title, [...(byTitle.get(title) ?? []), planned]);
  }
  const files = new NameScope(['index', 'con', 'prn', 'aux', 'nul']);
  const names = new NameScope(['handlers', 'examples']);
  return [...byTitle].map(([title, operations]) => ({
    file: files.unique(fileName(title)),
    name: names.unique(functionName(title)),
    title,
    operations,
  }));
}

function titleOf({ tags, path }: HttpOperation): string {
  const words = path.split('/').filter((word) => /[\p{L}\p{N}]/u.test(word) && !/[{}]/.test(word));
  return tags[0] ?? words.find((word) => !/^v\d+$|^api$/i.test(word)) ?? 'root';
}

function fileName(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['group']).join('-').slice(0, 60);
}
