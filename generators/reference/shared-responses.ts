import type { Contract, Response } from '../../core/contract/model.ts';
import { parsePointer } from '../../core/source/pointer.ts';

export interface SharedResponse {
  readonly name: string;
  /** Its place among the files, which tells it from others of the same name. */
  readonly place: string;
  readonly response: Response;
}

/** Faults that several operations refer to: told once. */
export class SharedResponses {
  readonly faults: readonly SharedResponse[];
  readonly #byPlace: ReadonlyMap<string, SharedResponse>;

  constructor(contract: Contract) {
    const counts = new Map<string, number>();
    const referred = contract.kind === 'http' ? contract.operations.flatMap(({ responses }) => responses) : [];
    for (const response of referred) counts.set(placeOf(response), (counts.get(placeOf(response)) ?? 0) + 1);
    const shared = referred
      .filter((response) => !isSuccess(response) && isReferred(response) && (counts.get(placeOf(response)) ?? 0) > 1)
      .map((response) => ({ name: nameOf(response), place: placeOf(response), response }));
    this.#byPlace = new Map(shared.toReversed().map((one) => [one.place, one]));
    this.faults = shared.filter((one) => this.#byPlace.get(one.place) === one);
  }

  find(response: Response): SharedResponse | undefined {
    return this.#byPlace.get(placeOf(response));
  }
}

export function isSuccess({ status }: Response): boolean {
  return /^[123]/.test(status);
}

function isReferred({ location, usedAt }: Response): boolean {
  return location.pointer !== usedAt.pointer || location.source !== usedAt.source;
}

function placeOf({ location }: Response): string {
  return `${location.source.path}#${location.pointer}`;
}

function nameOf({ location }: Response): string {
  return parsePointer(location.pointer)?.at(-1) ?? '';
}
