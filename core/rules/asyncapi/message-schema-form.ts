import type { Node } from '../../source/node.ts';
import type { AsyncApiDocument } from './support/document.ts';
import { eventRule } from './support/event-rule.ts';

export const messageSchemaForm = eventRule(
  {
    id: 'message-schema-form',
    severity: 'error',
    summary: 'A schema in another format has the form of that format.',
    why: 'Avro schemas are JSON and can be read where they stand; put into a string they are only text. Protobuf is text and cannot be written as an object.',
    fix: 'Write Avro as YAML or JSON in place, and Protobuf as a string.',
    reference: 'AsyncAPI 2.6.0, Message Object, payload; AsyncAPI 3.0.0, Multi Format Schema Object, schema',
  },
  (document, report) => {
    for (const { format, schema } of formattedSchemas(document)) {
      if (isAvro(format) && typeof schema.value === 'string' && /^\s*[[{]/.test(schema.value)) {
        report({
          location: schema.location(),
          message: 'This Avro schema is a string. Write it as YAML or JSON in place.',
        });
      }
      if (isProtobuf(format) && schema.isObject && !schema.has('$ref')) {
        report({
          location: schema.location(),
          message: `A schema of the format ${JSON.stringify(format)} is not JSON. Write it as a string.`,
        });
      }
    }
  },
);

interface Formatted {
  readonly format: string;
  readonly schema: Node;
}

function formattedSchemas(document: AsyncApiDocument): Formatted[] {
  return document.objects('message').flatMap((message) => {
    if (document.isV2) return formatted(message.string('schemaFormat'), message.get('payload'));
    return ['payload', 'headers'].flatMap((member) => {
      const body = message.get(member);
      const resolved = body && document.resolve(body);
      return formatted(resolved?.string('schemaFormat'), resolved?.get('schema'));
    });
  });
}

function formatted(format: string | undefined, schema: Node | undefined): Formatted[] {
  return format === undefined || schema === undefined ? [] : [{ format, schema }];
}

function isAvro(format: string): boolean {
  return /^application\/vnd\.apache\.avro\b/i.test(format);
}

function isProtobuf(format: string): boolean {
  return /^application\/(?:vnd\.google\.protobuf|x-protobuf)\b/i.test(format);
}
