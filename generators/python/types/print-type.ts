import type { Imports } from '../imports.ts';
import { type Code, call, flat, prefixed, subscript } from '../layout.ts';
import { stringLiteral } from '../literal.ts';
import type { TypeNode } from './type-node.ts';

export interface PrintContext {
  readonly imports: Imports;
  /** `models.` outside the module that declares them. */
  readonly prefix: string;
  /** How pydantic tells the parts of a tagged union apart; undefined to leave it to the order. */
  readonly discriminate: (node: TypeNode) => Discrimination | undefined;
}

export type Discrimination =
  /** By a field that is a literal in each class. */
  | { readonly kind: 'field'; readonly field: string }
  /** By the value on the wire. */
  | { readonly kind: 'values'; readonly propertyName: string; readonly values: readonly (readonly string[])[] };

/** A type as an annotation, or as the value of an alias. */
export function printType(node: TypeNode, context: PrintContext): Code {
  switch (node.kind) {
    case 'name':
      return printName(node.text, node.from, context);
    case 'model':
      return context.prefix + node.name;
    case 'literal':
      context.imports.add('typing', 'Literal');
      return subscript('Literal', node.values);
    case 'generic':
      return subscript(
        flat(printType(node.base, context)),
        node.args.map((argument) => printType(argument, context)),
      );
    case 'union':
      return printUnion(node, context);
    default:
      return node satisfies never;
  }
}

function printName(text: string, from: string | undefined, { imports }: PrintContext): string {
  if (from === undefined) return text;
  if (from === 'datetime') {
    imports.add('datetime');
    return `datetime.${text}`;
  }
  imports.add(from, text);
  return text;
}

function printUnion(node: TypeNode & { kind: 'union' }, context: PrintContext): Code {
  const found = node.tagged === undefined ? undefined : context.discriminate(node);
  const parts = node.parts.map((part) => printType(part, context));
  if (found === undefined) return { operands: parts };
  context.imports.add('typing', 'Annotated');
  if (found.kind === 'field') {
    context.imports.add('pydantic', 'Field');
    const field = call('Field', [`discriminator=${stringLiteral(found.field)}`]);
    return subscript('Annotated', [{ operands: parts }, field]);
  }
  context.imports.add('pydantic', 'Discriminator', 'Tag');
  context.imports.add('.runtime.discriminate', 'wire_value');
  const tags = found.values.map((_, i) => stringLiteral(String(i + 1)));
  const tagged = parts.map((part, i) => subscript('Annotated', [part, call('Tag', [tags[i] ?? ''])]));
  const entries = found.values.flatMap((values, i) =>
    values.map((value) => prefixed(`${stringLiteral(value)}: `, tags[i] ?? '')),
  );
  const mapping = { open: '{', items: entries, close: '}', comma: true };
  const discriminator = call('Discriminator', [call('wire_value', [stringLiteral(found.propertyName), mapping])]);
  return subscript('Annotated', [{ operands: tagged }, discriminator]);
}
