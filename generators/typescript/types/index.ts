/** Schemas as TypeScript types. */

export { collectNames } from './collect-names.ts';
export { intersection, union } from './combine.ts';
export type { Direction, TypeContext } from './context.ts';
export { type ContractTypes, type DeclarationOptions, printDeclarations } from './declarations.ts';
export { flatType } from './flat-type.ts';
export { layoutMembers, layoutType, type Place, placeOfAlias } from './layout-type.ts';
export { printType, typeOf, usedTypeOf } from './print-type.ts';
export { binaryTypeName, type TypeNames } from './type-names.ts';
export {
  generic,
  type Member,
  named,
  neverType,
  standardGeneric,
  type TypeNode,
  unknownType,
  word,
} from './type-node.ts';
