import type { Contract } from '../../core/contract/model.ts';
import { Anchors } from './anchors.ts';
import { harvestedExamples } from './harvest.ts';
import { Samples } from './sample.ts';
import { SchemaViews } from './schema-views.ts';
import { SharedResponses } from './shared-responses.ts';

/** What the printers of one contract share. */
export interface Reference<C extends Contract = Contract> {
  readonly contract: C;
  readonly anchors: Anchors;
  readonly views: SchemaViews;
  readonly samples: Samples;
  readonly sharedResponses: SharedResponses;
}

export function referenceTo<C extends Contract>(contract: C): Reference<C> {
  const { schemas } = contract;
  return {
    contract,
    anchors: new Anchors(contract),
    views: new SchemaViews(schemas),
    samples: new Samples(schemas, harvestedExamples(contract)),
    sharedResponses: new SharedResponses(contract),
  };
}
