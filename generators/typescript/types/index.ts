/** Schemas as TypeScript types. */
export type { Direction, TypeContext } from './context.ts';
export { type ContractTypes, type DeclarationOptions, printDeclarations } from './declarations.ts';
export { printType } from './print-type.ts';
export { binaryTypeName } from './type-names.ts';
