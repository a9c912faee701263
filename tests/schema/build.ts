import { References } from '../../core/contract/references.ts';
import type { Schema } from '../../core/contract/schema.ts';
import type { SchemaDialect } from '../../core/contract/schemas/dialects.ts';
import { SchemaReader } from '../../core/contract/schemas/schema-reader.ts';
import { Node } from '../../core/source/node.ts';
import { Workspace } from '../../core/source/workspace.ts';

export interface Built {
  readonly schema: Schema;
  readonly schemas: ReadonlyMap<string, Schema>;
}

/** Reads a schema from YAML or JSON text; whatever stands under its `$defs` can be referred to as `#/$defs/<name>`. */
export function build(text: string, dialect: SchemaDialect = 'json-schema-2020-12'): Built {
  const workspace = new Workspace({ files: { read: () => ({ refusal: 'does not exist' }) } });
  const root = workspace.add('schema.yaml', text);
  if (!(root instanceof Node) || workspace.diagnostics.length > 0) {
    throw new Error(`not a schema: ${workspace.diagnostics.map((one) => one.message).join(' ')}\n${text}`);
  }
  const report = (diagnostic: { readonly message: string }) => {
    throw new Error(`${diagnostic.message}\n${text}`);
  };
  const references = new References(root, workspace, report);
  const reader = new SchemaReader({ references, dialect, report, entry: root });
  for (const [name, node] of root.get('$defs')?.entries() ?? []) reader.declare(name, node);
  const schema = reader.read(root);
  return { schema, schemas: reader.finish() };
}
