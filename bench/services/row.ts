import { printTable } from '../lib/table.ts';

/** One line of the table. */
export interface Row {
  readonly service: string;
  readonly measure: string;
  readonly unit: string;
  /** As it was measured; the table shows three decimals. */
  readonly reached: number;
  readonly target?: Target;
  /** Under what load, on what. */
  readonly load: string;
}

export interface Target {
  readonly kind: 'less' | 'more';
  readonly than: number;
}

export const less = (than: number): Target => ({ kind: 'less', than });
export const more = (than: number): Target => ({ kind: 'more', than });

export function isMet({ target, reached }: Row): boolean {
  if (target === undefined) return true;
  return target.kind === 'less' ? reached < target.than : reached >= target.than;
}

export function printRows(rows: readonly Row[]): string {
  const cells = rows.map((row, i) => [
    (rows[i - 1]?.service === row.service ? '' : `**${row.service}** `) + row.measure,
    row.load,
    row.target === undefined ? '' : `${row.target.kind === 'less' ? '<' : '≥'} ${row.target.than}`,
    String(Number(row.reached.toFixed(3))),
    row.unit,
    row.target === undefined ? '' : isMet(row) ? 'met' : 'missed',
  ]);
  return printTable(['measure', 'load', 'target', 'reached', 'unit', ''], cells);
}
