import type { Contract } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import type { ValueTypes } from '../../typescript/types/value-types.ts';
import { unsupported } from '../../unsupported.ts';
import { eventKindsOf, sequenceOf } from '../sequences.ts';
import { allSchemas, namesReaching, visit } from './all-schemas.ts';
import { brandedSchemas, printBrand } from './branded-id.ts';
import type { ValueOptions } from './options.ts';
import { scalarOf } from './scalars.ts';
import { findWirePlaces } from './wire-places.ts';

/** What the options make of a contract. */
export interface ValuePlan extends ValueTypes {
  /** Whether any value becomes something else, so that it has to be converted at run time. */
  readonly converts: boolean;
  /** The named schemas in which something does. */
  readonly changing: ReadonlySet<SchemaName>;
}

/** Undefined where the options change nothing. */
export function planValues(
  contract: Contract,
  options: ValueOptions,
  report: (diagnostic: Diagnostic) => void,
): ValuePlan | undefined {
  const branded = options.brandedIds ? brandedSchemas(contract) : new Set<SchemaName>();
  const asked = (schema: Schema) => scalarOf(schema, options);
  const first = allSchemas(contract).find((schema) => asked(schema) !== undefined);
  const converts = first !== undefined && contract.kind === 'http';
  if (first !== undefined && !converts) report(noConversion(first));
  const of: ValuePlan['of'] = converts ? asked : () => undefined;
  const isConverted = (schema: Schema) => of(schema) !== undefined;
  if (!converts && branded.size === 0) return undefined;
  const wire = findWirePlaces(contract, of);
  for (const diagnostic of wire.diagnostics) report(diagnostic);
  const staysOnWire = (schema: Schema) => wire.schemas.has(schema);
  const leaves = (schema: Schema) => !staysOnWire(schema);
  const changing = namesReaching(contract, isConverted, leaves);
  return {
    of,
    staysOnWire,
    wireNames: namesOnWire(contract, [...wire.schemas, ...eventData(contract)], changing),
    branded,
    companionOf: (name, declared) => printBrand(contract, name, declared, { branded, of }),
    converts,
    changing,
  };
}

/** Whatever is reached from a place that stays on the wire, and is something else where it is reached from elsewhere. */
function namesOnWire(
  { schemas }: Contract,
  places: readonly Schema[],
  changing: ReadonlySet<SchemaName>,
): ReadonlySet<SchemaName> {
  const names = new Set<SchemaName>();
  const see = ({ ref }: Schema): void => {
    if (ref === undefined || names.has(ref) || !changing.has(ref)) return;
    names.add(ref);
    const target = schemas.get(ref);
    if (target !== undefined) visit(target, see);
  };
  for (const place of places) visit(place, see);
  return names;
}

/** The data of server-sent events stays as it is on the wire. */
function eventData(contract: Contract): Schema[] {
  if (contract.kind === 'event') return [];
  const content = contract.operations.flatMap(({ responses }) => responses.flatMap((response) => response.content));
  return content
    .filter((media) => sequenceOf(media) === 'events')
    .flatMap((media) => eventKindsOf(media, contract.schemas).kinds)
    .flatMap(({ data }) => (data.kind === 'json' && data.schema !== undefined ? [data.schema] : []));
}

/** Of an event contract only types are printed: nothing would convert what they promise. */
function noConversion({ location }: Schema): Diagnostic {
  const message =
    'The options "dates" and "int64" change nothing of an event contract, whose messages the generated code does not read. Dates stay texts and integers numbers.';
  return unsupported('conversion', location, message);
}
