import type { Contract } from '../../../core/contract/model.ts';
import type { Schema } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { unsupported } from '../../unsupported.ts';
import { Agreement, type AgreementOptions, type Conflict } from './agreement.ts';
import { allSchemas, namesReaching, visit } from './all-schemas.ts';
import { isCombined } from './parts.ts';

export interface WirePlaces {
  readonly schemas: ReadonlySet<Schema>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The schemas whose values have to stay as they are on the wire: their parts say different things of the same place, and no
 * tag says which part counts. One that stays may bring the next to disagree, so this goes on until nothing is added.
 */
export function findWirePlaces(contract: Contract, of: AgreementOptions['of']): WirePlaces {
  const { schemas } = contract;
  const converts = (schema: Schema) => of(schema) !== undefined;
  const touching = namesReaching(contract, converts);
  const touches = remember((schema) => {
    let found = false;
    visit(schema, (inner) => {
      found ||= converts(inner) || (inner.ref !== undefined && touching.has(inner.ref));
      return !found;
    });
    return found;
  });
  const places = new Map<Schema, Conflict>();
  const staysOnWire = (schema: Schema) => places.has(schema);
  const agreement = new Agreement({ schemas, of, touches, staysOnWire });
  const combined = allSchemas(contract).filter((schema) => touches(schema) && isCombined(schema));
  for (let before = -1; before < places.size; ) {
    before = places.size;
    for (const schema of combined) {
      const conflict = places.has(schema) ? undefined : agreement.findIn(schema);
      if (conflict !== undefined) places.set(schema, conflict);
    }
  }
  const diagnostics = [...places].map(([schema, conflict]) => describe(schema, conflict));
  return { schemas: new Set(places.keys()), diagnostics };
}

function remember(ask: (schema: Schema) => boolean): (schema: Schema) => boolean {
  const answers = new WeakMap<Schema, boolean>();
  return (schema) => {
    const known = answers.get(schema);
    if (known !== undefined) return known;
    const answer = ask(schema);
    answers.set(schema, answer);
    return answer;
  };
}

function describe(schema: Schema, { path, of }: Conflict): Diagnostic {
  const [what, becomes] = of === 'text' ? ['a text', 'a date'] : ['a number', 'a bigint'];
  const place = path.length === 0 ? 'the value' : JSON.stringify(path.join('.'));
  const message = `One part of this schema makes ${place} ${becomes} and another leaves it ${what}, and no tag says which part counts, so all values of this schema stay as they are on the wire, in the types as well. Give both the same format, or the branches a required property with constants of its own.`;
  return unsupported('mixed-values', schema.location, message);
}
