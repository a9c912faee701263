import { printImports } from '../typescript/imports.ts';
import { printMixedImport } from './layout.ts';
import type { MessageTypeContext } from './message-types.ts';
import type { PlannedOperation } from './operations.ts';
import type { ChannelParameters, EventPlan } from './plan.ts';

/** What printing the methods of publisher or consumer needs to know, and what it collects. */
export interface MethodContext extends MessageTypeContext {
  /** The runtime's names that the file mentions. */
  readonly runtime: Set<string>;
  parametersOf(operation: PlannedOperation): ChannelParameters | undefined;
}

export function methodContext({ types, contract, parameters, report }: EventPlan): MethodContext {
  return {
    ...{ types, schemas: contract.schemas, uses: new Set(), runtime: new Set(), report },
    parametersOf: ({ channel }) => parameters.get(channel),
  };
}

/** The imports of a file with methods: `always` and what they mention. */
export function methodImports(
  { runtime, uses, types }: MethodContext,
  { always, value, from }: { always: readonly string[]; value: string; from: (module: string) => string },
): string {
  // The type of bytes is the runtime's; every other name is declared in the contract's own types.
  const own = [...uses].filter((name) => name !== types.names.binary);
  const borrowed = new Set([...always, ...runtime, ...(own.length < uses.size ? [types.names.binary] : [])]);
  return [
    printMixedImport(borrowed, [value], from('runtime/index')),
    `import { schemas } from '${from('schemas')}';\n`,
    printImports([{ names: own, from: from('types'), typeOnly: true }]),
  ].join('');
}
