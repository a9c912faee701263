import type { HttpContract } from '../../core/contract/model.ts';
import type { Schema } from '../../core/contract/schema.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Json } from '../../core/source/json.ts';
import { planOperations } from '../hono-server/plan.ts';
import { printDataMember } from '../hono-server/print-data.ts';
import type { JsonSchema } from '../hono-server/runtime/operation.ts';
import { schemaData } from '../hono-server/schema-data.ts';
import type { View } from '../render.ts';
import type { ImportExtension } from '../target.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { printHeader } from '../typescript-client/header.ts';
import { Judge } from './judge.ts';
import { Sampler } from './sample-value.ts';
import { type TestDataContext, testedOperationData } from './tested-operation-data.ts';

export interface TestsViewOptions {
  readonly importExtension: ImportExtension;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Everything that the templates of this target place. */
export function testsView(contract: HttpContract, { importExtension, report }: TestsViewOptions): View {
  const from = (module: string): string => `./${module}${importExtension}`;
  const data = schemaData(contract, report);
  const judge = new Judge(Object.fromEntries(data.definitions.map(([name, schema]) => [name, asSchema(schema)])));
  const printed = new Map<Schema, JsonSchema>();
  const print = (schema: Schema): JsonSchema => {
    const known = printed.get(schema) ?? asSchema(data.print(schema, 'input'));
    printed.set(schema, known);
    return known;
  };
  const context: TestDataContext = {
    schemas: contract.schemas,
    data,
    judge,
    print,
    sampler: new Sampler({
      schemas: contract.schemas,
      accepts: (schema, value) => judge.verdict(print(schema), value) === 'accepted',
    }),
    report,
  };
  return {
    header: printHeader(contract),
    title: stringLiteral(contract.info.title),
    version: stringLiteral(contract.info.version),
    schemas: data.definitions.map(([name, schema]) => printDataMember(name, schema, 2)),
    operations: planOperations(contract).map(({ operation, name }) =>
      printDataMember(name, testedOperationData(operation, operation.operationId ?? name, context), 4),
    ),
    cases: from('contract-cases'),
    schemasModule: from('contract-schemas'),
    runtime: Object.fromEntries(
      ['cases', 'operation', 'options', 'run', 'schema-set', 'suite', 'tested-operation'].map((name) => [
        name.replaceAll('-', '_'),
        from(`contract-runtime/${name}`),
      ]),
    ),
  };
}

/** `toJsonSchema` gives an object or a boolean. */
function asSchema(printed: Json): JsonSchema {
  return typeof printed === 'object' && printed !== null && !Array.isArray(printed)
    ? { ...printed }
    : printed !== false;
}
