import type { Schema } from '../../core/contract/schema.ts';
import type { Fact } from './schema-view.ts';

/** The limits that a schema sets by itself, in words. */
export function factsOf(schema: Schema): readonly Fact[] {
  const limits = [
    numberRange(schema),
    schema.multipleOf === undefined ? undefined : `a multiple of ${schema.multipleOf}`,
    countRange(schema.minLength, schema.maxLength, 'character'),
    countRange(schema.minItems, schema.maxItems, 'item'),
    schema.uniqueItems ? 'no item twice' : undefined,
    countRange(schema.minProperties, schema.maxProperties, 'member'),
    schema.additionalProperties?.always === false ? 'no other members' : undefined,
    schema.contains === undefined ? undefined : containsText(schema),
  ];
  return [...limits.filter((text) => text !== undefined).map((text): Fact => ({ text })), ...codeFacts(schema)];
}

function codeFacts(schema: Schema): Fact[] {
  const { pattern, contentEncoding, contentMediaType, propertyNames, dependentRequired } = schema;
  const names = propertyNames?.pattern;
  return [
    ...(pattern === undefined ? [] : [{ text: 'matches', code: pattern }]),
    ...(contentEncoding === undefined ? [] : [{ text: 'encoded as', code: contentEncoding }]),
    ...(contentMediaType === undefined ? [] : [{ text: 'holds', code: contentMediaType }]),
    ...(names === undefined ? [] : [{ text: 'names match', code: names }]),
    ...[...(dependentRequired ?? [])].map(([name, others]) => ({
      text: `with ${name} needs`,
      code: others.join(', '),
    })),
  ];
}

function numberRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string | undefined {
  const [from, to] = [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum];
  const both = minimum !== undefined && maximum !== undefined;
  if (both && exclusiveMinimum === undefined && exclusiveMaximum === undefined)
    return minimum === maximum ? `exactly ${minimum}` : `${minimum} to ${maximum}`;
  const parts = [
    from === undefined ? undefined : `${minimum === undefined ? 'more than' : 'at least'} ${from}`,
    to === undefined ? undefined : `${maximum === undefined ? 'less than' : 'at most'} ${to}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}

function countRange(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least !== undefined && least === most) return `exactly ${counted(least, unit)}`;
  if (least !== undefined && most !== undefined) return `${least} to ${counted(most, unit)}`;
  if (least !== undefined) return `at least ${counted(least, unit)}`;
  return most === undefined ? undefined : `at most ${counted(most, unit)}`;
}

function containsText({ minContains = 1, maxContains }: Schema): string {
  const range = countRange(minContains, maxContains, 'item') ?? '';
  return `${range} of a certain kind`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
