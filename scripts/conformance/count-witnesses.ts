import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Change, Witness } from '../../core/compat/index.ts';
import { isAboutValues } from '../../core/compat/rules/schema-rules.ts';
import type { Contract } from '../../core/contract/model.ts';
import type { Schema } from '../../core/contract/schema.ts';
import { allSchemas } from '../../core/contract/walk.ts';
import { checkValue } from '../../core/schema/check.ts';
import { definitionsOf, toJsonSchema } from '../../core/schema/to-json-schema.ts';
import type { Json } from '../../core/source/json.ts';

export interface Contracts {
  readonly before: Contract;
  readonly after: Contract;
}

export interface WitnessCount {
  /** Breaking changes that a schema decided. */
  readonly breaking: number;
  /** Those that come with a message to show. */
  readonly shown: number;
  /** Those whose message one side accepts and the other refuses, as validators of their own see it. */
  readonly checked: number;
}

export const noWitnesses: WitnessCount = { breaking: 0, shown: 0, checked: 0 };

export function countWitnesses(changes: readonly Change[], contracts: Contracts): WitnessCount {
  const breaking = changes.filter(({ verdict, rule }) => verdict === 'breaking' && isAboutValues(rule));
  const shown = breaking.flatMap(({ witness }) => witness ?? []);
  const checked = shown.filter((witness) => holds(witness, contracts));
  return { breaking: breaking.length, shown: shown.length, checked: checked.length };
}

function holds({ answer, acceptedBy, accepting, refusing, part }: Witness, { before, after }: Contracts): boolean {
  const [first, second] = acceptedBy === 'old' ? [before, after] : [after, before];
  const input = part === 'request-body' || part === 'parameter';
  return (
    accepts(answer.value, accepting, first, input ? 'input' : 'output') &&
    !accepts(answer.value, refusing, second, input ? 'input' : 'output')
  );
}

/** ajv has no notion of direction; where it and the interpreter differ for that reason alone, the latter decides. */
function accepts(value: Json, schema: Schema, contract: Contract, direction: 'input' | 'output'): boolean {
  const { schemas } = contract;
  const ours = checkValue(value, schema, { schemas, direction }).length === 0;
  const aware = allSchemas(contract).some(({ readOnly, writeOnly }) => readOnly || writeOnly);
  if (aware) return ours;
  const printed = toJsonSchema(schema);
  if (typeof printed === 'boolean') return printed;
  return validate(true) ?? validate(false) ?? ours;

  /** Undefined when ajv cannot compile it: patterns in use are often not valid with the `u` flag. */
  function validate(unicodeRegExp: boolean): boolean | undefined {
    const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false, unicodeRegExp });
    formats.default(ajv);
    try {
      // The schema is not `$async`, so the answer is a boolean.
      return ajv.validate({ ...(printed as object), $defs: definitionsOf(schemas) }, value) as boolean;
    } catch {
      return undefined;
    }
  }
}
