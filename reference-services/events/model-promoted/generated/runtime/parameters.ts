// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { coerce } from './coerce.ts';
import type { Fault } from './fault.ts';
import { setMember } from './json.ts';
import type { SchemaSet } from './schema-set.ts';
import { isRecord } from './schema-shape.ts';
import { renderAddress } from './address.ts';
import type { Address } from './broker.ts';
import { InvalidMessageError } from './errors.ts';
import type { OperationSpec } from './message-spec.ts';

/** The address of an operation with the values for its parameters, checked against their schemas. */
export function writeAddress(
  schemas: SchemaSet,
  { name, address, parameters: specs }: OperationSpec,
  input: { readonly address?: string; readonly parameters?: object },
): Address {
  const template = input.address ?? address;
  if (template === undefined) throw new TypeError(`${name} has no address of its own: give one`);
  // An address that is given stands as it is.
  if (input.address !== undefined && specs.length === 0) return { template: literalAddress(template), parameters: {} };
  const given: unknown = input.parameters;
  const parameters: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const spec of specs) {
    const value = (isRecord(given) && Object.hasOwn(given, spec.name) ? given[spec.name] : undefined) ?? spec.default;
    if (value === undefined) faults.push({ in: 'parameter', parameter: spec.name, detail: 'is missing' });
    else {
      for (const fault of schemas.check(spec.schema ?? true, value)) {
        faults.push({ in: 'parameter', parameter: spec.name, detail: fault.detail });
      }
      setMember(parameters, spec.name, String(value));
    }
  }
  if (faults.length > 0) throw new InvalidMessageError(`The address of ${name}`, faults);
  // Throws on a value that would lead elsewhere.
  renderAddress({ template, parameters });
  return { template, parameters };
}

/** The values in the address of a message that came, in the types that the contract gives them. */
export function readParameters(
  schemas: SchemaSet,
  { parameters }: OperationSpec,
  address: Address,
): { readonly values: Readonly<Record<string, unknown>>; readonly faults: readonly Fault[] } {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const { name, schema = true } of parameters) {
    const text = Object.hasOwn(address.parameters, name) ? address.parameters[name] : undefined;
    if (text === undefined) continue;
    const value = coerce(schemas, schema, { single: text, several: false });
    setMember(values, name, value);
    for (const { detail } of schemas.check(schema, value)) faults.push({ in: 'parameter', parameter: name, detail });
  }
  return { values, faults };
}

function literalAddress(address: string): string {
  if (/[{}]/.test(address)) throw new TypeError(`${JSON.stringify(address)} is a template, not an address`);
  return address;
}
