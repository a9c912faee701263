import type { Call } from './draw/calls.ts';
import type { Outcome } from './exchange.ts';
import type { MediaPlan, OperationPlan, ParameterPlan } from './plan.ts';
import type { Shape } from './shapes/shape.ts';

import type { WrongCounts } from './wrong.ts';

interface Count {
  sent: number;
  refused: number;
}

/** How often each style and body was tried with each type of value, and how often it could be sent. */
export class Tally {
  readonly #counts = new Map<string, Map<string, Count>>();
  readonly outcomes = { arrived: 0, refusedByClient: 0, refusedByServer: 0, unanswerable: 0 };
  readonly wrong: WrongCounts = { answers: 0, inputs: 0 };

  add(operation: OperationPlan, call: Call, outcome: Outcome): void {
    if (outcome.kind === 'arrived') this.outcomes.arrived += 1;
    else if (outcome.kind === 'unanswerable') this.outcomes.unanswerable += 1;
    else if (outcome.by === 'client') this.outcomes.refusedByClient += 1;
    else this.outcomes.refusedByServer += 1;
    const sent = outcome.kind !== 'refused';
    for (const parameter of operation.parameters) {
      if (Object.hasOwn(call.parameters[parameter.in], parameter.name))
        this.#count(rowOf(parameter), parameter.shape.kind, sent);
    }
    if (call.body !== undefined) this.#count(`request ${bodyRow(call.body.media)}`, call.body.media.shape.kind, sent);
    if (call.answer.body !== undefined && sent)
      this.#count(
        `response ${bodyRow(call.answer.body.media)}`,
        call.answer.body.media.shape.kind,
        outcome.kind === 'arrived',
      );
  }

  addWrong({ answers, inputs }: WrongCounts): void {
    this.wrong.answers += answers;
    this.wrong.inputs += inputs;
  }

  /** One line for each style or body: how many values of each type were sent, and how many were in refused calls. */
  print(): string {
    const rows = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = rows.map(([row, kinds]) => {
      const cells = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
      return `${row.padEnd(44)} ${cells.map(([kind, { sent, refused }]) => `${kind} ${sent}${refused > 0 ? `-${refused}` : ''}`).join(', ')}`;
    });
    return lines.join('\n');
  }

  /** The rows that were tried at all. */
  rows(): string[] {
    return [...this.#counts.keys()].sort();
  }

  #count(row: string, kind: Shape['kind'], sent: boolean): void {
    const kinds = this.#counts.get(row) ?? new Map<string, Count>();
    const count = kinds.get(kind) ?? { sent: 0, refused: 0 };
    if (sent) count.sent += 1;
    else count.refused += 1;
    this.#counts.set(row, kinds.set(kind, count));
  }
}

function rowOf({ in: place, written }: ParameterPlan): string {
  if (written.kind === 'content') return `${place} ${written.type}`;
  return [
    place,
    written.style,
    ...(written.explode ? ['explode'] : []),
    ...(written.allowReserved ? ['allowReserved'] : []),
  ].join(' ');
}

function bodyRow({ type, encoding }: MediaPlan): string {
  return encoding === undefined ? type : `${type} with encoding`;
}
