import type { Contract } from '../../../core/contract/model.ts';
import type { Schema, SchemaName } from '../../../core/contract/schema.ts';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic.ts';
import { comment } from '../comment.ts';
import { literal } from '../literal.ts';
import type { NameScope } from '../names.ts';
import type { Direction, TypeContext } from './context.ts';
import { DirectCycles } from './direct-cycles.ts';
import { flatType } from './flat-type.ts';
import { layoutMembers, layoutType, placeOfAlias } from './layout-type.ts';
import { usedTypeOf } from './print-type.ts';
import { nameTypes, type TypeNames } from './type-names.ts';
import { type TypeNode, word } from './type-node.ts';
import { brandTypeName, type ValueTypes } from './value-types.ts';

export interface DeclarationOptions {
  /** Where the declared names come from; it may hold names already, and other names can be taken from it afterwards. */
  readonly scope: NameScope;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Types for values that a program holds otherwise than JSON writes them. */
  readonly values?: ValueTypes | undefined;
}

/** The named types of a contract, and what is needed to print further types that mention them. */
export interface ContractTypes {
  readonly names: TypeNames;
  /** One per declared type, in document order, each with its doc comment and a final line break. */
  readonly declarations: readonly string[];
  /** Names that the declarations need from elsewhere: the type for bytes. */
  readonly imports: ReadonlySet<string>;
  /** A context for `printType`; `uses` collects the declared names that the text mentions. */
  context(direction: Direction, uses: Set<string>): TypeContext;
}

/** Declares every named schema: objects as interfaces, everything else as type aliases. */
export function printDeclarations(contract: Contract, { scope, report, values }: DeclarationOptions): ContractTypes {
  const names = nameTypes(contract, scope, values?.wireNames);
  const cycles = new DirectCycles(contract.schemas);
  const context = (direction: Direction, uses: Set<string>): TypeContext => ({
    ...{ schemas: contract.schemas, names, cycles, direction, uses, report, values },
    ...{ onWire: false, owner: undefined, beside: [], borrowed: [] },
  });
  const uses = new Set<string>();
  const declarations = [...contract.schemas].flatMap(([name, schema]) =>
    directionsOf(name, names).flatMap((direction) => {
      const plain = { ...context(direction, uses), owner: name };
      const declared = declare(name, schema, plain);
      const companion = values?.companionOf(name, names.of(name, direction));
      const onWire = values?.wireNames.has(name) ? declare(name, schema, { ...plain, onWire: true }) : undefined;
      return [declared, companion, onWire].filter((text) => text !== undefined);
    }),
  );
  const imports = new Set([...uses].filter((used) => used === names.binary || used === brandTypeName));
  return { names, declarations, imports, context };
}

function directionsOf(name: SchemaName, names: TypeNames): readonly Direction[] {
  const shape = names.shapeOf(name);
  if (shape === 'pair') return ['output', 'input'];
  return [shape === 'input' ? 'input' : 'output'];
}

function declare(name: SchemaName, schema: Schema, context: TypeContext): string {
  const declared = context.names.of(name, context.direction, context.onWire);
  const about = comment(schema.description ?? schema.title, { deprecated: schema.deprecated });
  const type = brandedType(name, usedTypeOf(schema, context), context);
  if (type.kind === 'object' && type.members.length > 0) {
    return `${about}export interface ${declared} {\n${layoutMembers(type.members, type.index)}}\n`;
  }
  const text = layoutType(type, placeOfAlias(declared));
  return `${about}export type ${declared} =${text.startsWith('\n') ? '' : ' '}${text};\n`;
}

/** An id of one kind is no id of another, though both are texts. */
function brandedType(
  name: SchemaName,
  type: TypeNode,
  { values, names, uses, direction, onWire }: TypeContext,
): TypeNode {
  if (onWire || values?.branded.has(name) !== true) return type;
  uses.add(brandTypeName);
  return word(`${brandTypeName}<${flatType(type)}, ${literal(names.of(name, direction))}>`);
}
