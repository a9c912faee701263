import { eventRule } from './support/event-rule.ts';

export const messageSchemaForm = eventRule(
  {
    id: 'message-schema-form',
    only: '3.x',
    severity: 'error',
    summary: 'A schema that is not JSON is written as a string.',
    why: 'Protobuf and XSD have a text form only. An object in its place is no schema that a tool for the format could read.',
    fix: 'Write the schema as a string, in YAML as a block after "|".',
    reference: 'AsyncAPI 3.0.0, Multi Format Schema Object: "Non-JSON-based schemas MUST be inlined as a string"',
  },
  (document, report) => {
    for (const message of document.objects('message')) {
      for (const member of ['headers', 'payload']) {
        const body = message.get(member);
        const resolved = body && document.resolve(body);
        const format = resolved?.string('schemaFormat');
        const schema = resolved?.get('schema');
        if (format === undefined || schema === undefined || !isTextFormat(format)) continue;
        if (typeof schema.value === 'string' || schema.has('$ref')) continue;
        report({
          location: schema.location(),
          message: `A schema of the format ${JSON.stringify(format)} is text. Write it as a string.`,
        });
      }
    }
  },
);

function isTextFormat(format: string): boolean {
  return /^application\/(?:vnd\.google\.protobuf|x-protobuf|xsd|xml-schema)\b/i.test(format.trim());
}
