import type { View } from '../render.ts';
import { printImports } from '../typescript/imports.ts';
import { declareMessage } from './message-types.ts';
import { declareParameters } from './parameter-types.ts';
import type { EventPlan } from './plan.ts';

/** For `types.hbs`: the schemas, the messages, and the parameters of addresses. */
export function viewTypes(plan: EventPlan, runtime: string): View {
  const { types, contract, report } = plan;
  const context = { types, schemas: contract.schemas, uses: new Set<string>(types.imports), report };
  const declarations = [
    ...types.declarations,
    ...plan.messages.flatMap((message) => declareMessage(message, context)),
    ...[...plan.parameters].map(([{ address }, { name, list }]) =>
      declareParameters(name, `The values in the address \`${address}\`.`, list, context),
    ),
  ];
  const bytes = [...context.uses].filter((name) => name === types.names.binary);
  return {
    imports: printImports([{ names: bytes, from: runtime, typeOnly: true }]),
    // A file without imports and exports would not be a module.
    declarations: declarations.length > 0 ? declarations : ['export {};\n'],
  };
}
