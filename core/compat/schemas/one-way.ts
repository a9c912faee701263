import type { Schema, SchemaName } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Direction } from '../../contract/walk.ts';
import { flatten } from './flatten.ts';

interface Travelling {
  readonly direction: Direction | undefined;
  readonly senderSchemas: ReadonlyMap<SchemaName, Schema>;
  readonly receiverSchemas: ReadonlyMap<SchemaName, Schema>;
}

/** With what says that the property need not travel: the claim alone would not know. */
export function requiring(name: string, part: Schema, wanted: readonly Schema[], finding: Travelling): Schema {
  const claim = { ...emptySchema(part.location), required: [name] };
  if (!isOneWay(wanted, finding)) return claim;
  const flags = { readOnly: finding.direction === 'input', writeOnly: finding.direction === 'output' };
  return { ...claim, properties: new Map([[name, { ...emptySchema(part.location), ...flags }]]) };
}

/** Whether one of the schemas, which may be of either version, says that the property does not travel this way. */
export function isOneWay(
  schemas: readonly Schema[],
  { direction, senderSchemas, receiverSchemas }: Travelling,
): boolean {
  if (direction === undefined) return false;
  const flag = direction === 'input' ? 'readOnly' : 'writeOnly';
  return schemas.some((schema) =>
    [senderSchemas, receiverSchemas].some((named) => flatten(schema, named).some((part) => part[flag])),
  );
}
