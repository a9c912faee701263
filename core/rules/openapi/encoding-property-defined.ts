import type { HttpContract, MediaType } from '../../contract/model.ts';
import type { Schema } from '../../contract/schema.ts';
import { everyRequest } from '../../contract/walk.ts';
import type { Report } from '../rule.ts';
import { everyAlternative } from './composed.ts';
import { httpRule } from './http-rule.ts';
import { placeOnce } from './place-once.ts';

export const encodingPropertyDefined = httpRule({
  id: 'encoding-property-defined',
  severity: 'warning',
  summary: 'An encoding is given for a property that the schema defines.',
  why: 'An encoding under a misspelt name applies to nothing: the property is sent in the default way.',
  fix: 'Use the name of a property of the schema.',
  reference:
    'OpenAPI 3.1.1, 4.8.14 Media Type Object, encoding: "The key, being the property name, MUST exist in the schema as a property"',
  check(contract, report) {
    const once = placeOnce(report);
    for (const { operation } of everyRequest(contract)) {
      for (const mediaType of operation.requestBody?.content ?? []) check(mediaType, contract, once);
      for (const { content } of operation.responses) for (const mediaType of content) check(mediaType, contract, once);
    }
  },
});

function check({ schema, encoding }: MediaType, contract: HttpContract, report: Report): void {
  if (schema === undefined) return;
  for (const [name, { location }] of encoding) {
    if (mayHave(name, schema, contract)) continue;
    const message = `The schema has no property "${name}", so this encoding applies to nothing. Use the name of a property.`;
    report({ location, message });
  }
}

/** Patterns and unions may bring the property in. An object that defines none may have any. */
function mayHave(name: string, schema: Schema, contract: HttpContract): boolean {
  const isOpen = (part: Schema): boolean =>
    part.patternProperties !== undefined ||
    part.additionalProperties !== undefined ||
    part.oneOf !== undefined ||
    part.anyOf !== undefined ||
    part.if !== undefined;
  if (!everyAlternative(schema, contract, ({ properties }) => properties !== undefined)) return true;
  return everyAlternative(schema, contract, (part) => part.properties?.has(name) === true || isOpen(part));
}
