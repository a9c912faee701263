import type { Contract } from '../../core/contract/model.ts';
import type { View } from '../render.ts';
import type { TargetOptions } from '../target.ts';
import { printImports } from '../typescript/imports.ts';
import type { ContractTypes } from '../typescript/types/index.ts';
import { printHeader } from './header.ts';
import type { Payloads } from './payloads.ts';

/** For `types.hbs`. */
export function viewTypes(contract: Contract, types: ContractTypes, payloads: Payloads, options: TargetOptions): View {
  const from = `./runtime/binary${options.importExtension}`;
  const declarations = [...types.declarations, ...payloads.declarations];
  return {
    header: printHeader(contract),
    imports: printImports([{ names: [...types.imports, ...payloads.imports], from, typeOnly: true }]),
    declarations,
    // A file without imports and exports would not be a module.
    isEmpty: declarations.length === 0,
  };
}
