import type { Node } from '../../source/node.ts';
import type { AsyncApiDocument } from './support/document.ts';
import { eventRule } from './support/event-rule.ts';

export const messageHeadersObject = eventRule(
  {
    id: 'message-headers-object',
    severity: 'error',
    summary: 'The headers of a message are described as an object.',
    why: 'Headers are pairs of a name and a value; a schema of another type describes no headers.',
    fix: 'Give the schema the type object, with a property for each header.',
    reference: 'AsyncAPI 2.6.0, Message Object, headers: "Schema MUST be of type object"; AsyncAPI 3.0.0, the same',
  },
  (document, report) => {
    for (const holder of document.objects('message', 'messageTrait')) {
      const headers = holder.get('headers');
      if (headers === undefined || metaSchemaChecks(document, headers)) continue;
      const types = typesOf(document, headers);
      if (types === undefined || types.includes('object')) continue;
      report({
        location: headers.location(),
        message: `The headers are described as ${types.join(' or ')}. Use a schema of type object, with a property for each header.`,
      });
    }
  },
);

/** The meta-schemas of 2.x look at a type that is written in place. */
function metaSchemaChecks(document: AsyncApiDocument, headers: Node): boolean {
  return document.isV2 && !headers.has('$ref');
}

function typesOf(document: AsyncApiDocument, headers: Node): readonly string[] | undefined {
  const schema = document.resolve(headers);
  const type = (schema?.has('schema') && !document.isV2 ? schema.get('schema') : schema)?.get('type');
  if (type === undefined) return undefined;
  if (typeof type.value === 'string') return [type.value];
  const listed = type.items().flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return listed.length === 0 ? undefined : listed;
}
