/** Schemas as TypeScript types. */
export { intersection, union } from './combine.ts';
export type { Direction, TypeContext } from './context.ts';
export { type ContractTypes, type DeclarationOptions, printDeclarations } from './declarations.ts';
export { layoutMembers, layoutType } from './layout-type.ts';
export { printType, typeOf } from './print-type.ts';
export { binaryTypeName, type TypeNames } from './type-names.ts';
export { type Member, neverType, type TypeNode, unknownType, word } from './type-node.ts';
