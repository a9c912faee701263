import type { Contract } from '../../core/contract/model.ts';
import type { Reference } from '../reference/reference.ts';
import { Prose } from './prose.ts';

/** What the parts of a page share. */
export interface Page<C extends Contract = Contract> extends Reference<C> {
  readonly prose: Prose;
}

export function pageOf<C extends Contract>(reference: Reference<C>): Page<C> {
  return { ...reference, prose: new Prose() };
}
