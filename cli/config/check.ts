import { readFileSync } from 'node:fs';
import { References } from '../../core/contract/references.ts';
import { SchemaReader } from '../../core/contract/schemas/index.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { ruleById } from '../../core/rules/index.ts';
import { checkValue } from '../../core/schema/check.ts';
import { Node } from '../../core/source/node.ts';
import { parseSource } from '../../core/source/parse.ts';
import type { Source } from '../../core/source/source.ts';
import { Workspace } from '../../core/source/workspace.ts';

/** Holds a configuration against its published schema, then its rule ids against the rules that exist. */
export async function checkConfig(source: Source): Promise<readonly Diagnostic[]> {
  const violations = againstSchema(source);
  return violations.length > 0 ? violations : unknownRules(Node.root(source));
}

function againstSchema(source: Source): Diagnostic[] {
  const text = readFileSync(new URL('./config.schema.json', import.meta.url), 'utf8');
  const schemaRoot = Node.root(parseSource('config.schema.json', text).source);
  const workspace = new Workspace({
    files: { read: (path) => ({ refusal: `points to ${path}, which is not part of it` }) },
  });
  const ignore = () => {};
  const references = new References(schemaRoot, workspace, ignore);
  const reader = new SchemaReader({ references, dialect: 'json-schema-2020-12', report: ignore, entry: schemaRoot });
  const schema = reader.read(schemaRoot);
  return checkValue(source.value, schema, { schemas: reader.finish() }).map(({ pointer, message }) => {
    const subject = pointer === '' ? 'The configuration' : `"${pointer.slice(1).replaceAll('/', '.')}"`;
    const location = source.at(pointer);
    return { rule: 'config', severity: 'error', message: `${subject} ${message}.`, location };
  });
}

function unknownRules(root: Node): Diagnostic[] {
  const maps = [root.get('rules'), ...(root.get('overrides')?.items() ?? []).map((override) => override.get('rules'))];
  return maps.flatMap((rules) =>
    (rules?.entries() ?? [])
      .filter(([id]) => ruleById(id) === undefined)
      .map(([id, level]) => {
        const message = `No rule is called ${JSON.stringify(id)}. The command "ai2text-contracts rules" lists the names.`;
        return { rule: 'config', severity: 'error', message, location: level.location('key') };
      }),
  );
}
