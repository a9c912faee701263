import type { Contract } from '../../core/contract/model.ts';
import type { View } from '../render.ts';
import type { TargetOptions } from '../target.ts';
import { printImports } from '../typescript/imports.ts';
import { stringLiteral } from '../typescript/literal.ts';
import type { ContractTypes } from '../typescript/types/index.ts';
import { brandTypeName } from '../typescript/types/value-types.ts';
import { printHeader } from './header.ts';
import type { Payloads } from './payloads.ts';

/** For `types.hbs`. */
export function viewTypes(contract: Contract, types: ContractTypes, payloads: Payloads, options: TargetOptions): View {
  const declarations = [...types.declarations, ...payloads.declarations];
  const imports = new Set([...types.imports, ...payloads.imports]);
  const runtime = (name: string) => `./runtime/${name}${options.importExtension}`;
  const branded = imports.delete(brandTypeName);
  return {
    header: printHeader(contract),
    imports: `${printImports([{ names: imports, from: runtime('binary'), typeOnly: true }])}${
      branded ? `import { type ${brandTypeName}, brandedId } from ${stringLiteral(runtime('branded'))};\n` : ''
    }`,
    declarations,
    // A file without imports and exports would not be a module.
    isEmpty: declarations.length === 0,
  };
}
