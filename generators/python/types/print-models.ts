import { docstring, lineWidth } from '../comment.ts';
import type { Imports } from '../imports.ts';
import {
  type Around,
  assignment,
  type Code,
  call,
  flat,
  isOperands,
  layout,
  type Operands,
  subscript,
  widthOf,
} from '../layout.ts';
import { stringLiteral } from '../literal.ts';
import type { ModelField } from './model-class.ts';
import type { DeclaredAlias, DeclaredClass, Models } from './models.ts';
import { type Discrimination, type PrintContext, printType } from './print-type.ts';
import { isName, modelsIn, noneType, type TypeNode, union } from './type-node.ts';

/** The text of each declaration, in an order in which Python can read them. */
export function printModels(models: Models, imports: Imports): string[] {
  const context: PrintContext = { imports, prefix: '', discriminate: (node) => discriminate(node, models) };
  const { early, late, recursive } = orderAliases(models);
  return [
    ...early.map((alias) => printAlias(alias, context)),
    ...[...models.classes.values()].map((declared) => printClass(declared, models, context)),
    ...recursive.map((alias) => printRecursive(alias, context)),
    ...late.map((alias) => printAlias(alias, context)),
  ];
}

/** Aliases are read at once, classes when they are first used. */
function orderAliases({ aliases, classes }: Models) {
  const aliasesIn = (alias: DeclaredAlias) => modelsIn(alias.type).flatMap((name) => aliases.get(name) ?? []);
  const reached = (start: DeclaredAlias): Set<DeclaredAlias> => {
    const seen = new Set<DeclaredAlias>();
    const pending = aliasesIn(start);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (!seen.has(next)) pending.push(...aliasesIn(next));
      seen.add(next);
    }
    return seen;
  };
  const early: DeclaredAlias[] = [];
  const late: DeclaredAlias[] = [];
  const recursive: DeclaredAlias[] = [];
  const done = new Set<DeclaredAlias>();
  const place = (alias: DeclaredAlias): void => {
    if (done.has(alias)) return;
    done.add(alias);
    const all = reached(alias);
    if (all.has(alias)) {
      recursive.push(alias);
      return;
    }
    for (const needed of aliasesIn(alias)) place(needed);
    const needsLater = [alias, ...all].some(
      (one) => modelsIn(one.type).some((name) => classes.has(name)) || (one !== alias && reached(one).has(one)),
    );
    (needsLater ? late : early).push(alias);
  };
  for (const alias of aliases.values()) place(alias);
  return { early, late, recursive };
}

function printAlias({ name, type, description, deprecated }: DeclaredAlias, context: PrintContext): string {
  context.imports.add('typing', 'TypeAlias');
  const about = docstring(description, { indent: 0, deprecated });
  return `${assignment(`${name}: TypeAlias`, printType(type, context))}${about}`;
}

/** An alias that contains itself has to be a text, which is read when it is used. */
function printRecursive({ name, type, description, deprecated }: DeclaredAlias, context: PrintContext): string {
  context.imports.add('typing_extensions', 'TypeAliasType');
  const value = stringLiteral(flat(printType(type, context)));
  const about = docstring(description, { indent: 0, deprecated });
  return `${assignment(name, call('TypeAliasType', [stringLiteral(name), value]))}${about}`;
}

function printClass(
  { name, description, deprecated, fields, extra }: DeclaredClass,
  models: Models,
  context: PrintContext,
) {
  const { imports } = context;
  imports.add('.runtime.model', 'Model');
  const about = docstring(description, { indent: 4, deprecated });
  const blocks: string[] = about === '' ? [] : [`${about}\n`];
  if (extra === null) {
    imports.add('pydantic', 'ConfigDict');
    blocks.push('    model_config = ConfigDict(extra="forbid")\n\n');
  } else if (extra !== undefined && !isName(extra, 'Any')) {
    imports.add('pydantic', 'Field');
    const values = flat(printType(extra, context));
    blocks.push(`    __pydantic_extra__: dict[str, ${values}] = Field(init=False)\n\n`);
  }
  const body = [...blocks, ...fields.map((field) => printField(field, models, context))].join('').trimEnd();
  return `class ${name}(Model):\n${body === '' ? '    pass' : body}\n`;
}

function printField(field: ModelField, models: Models, context: PrintContext): string {
  const { name, alias, required, description, deprecated } = field;
  const typed = required ? printType(field.type, context) : optionalType(field.type, models, context);
  const about = docstring(description, { indent: 4, deprecated });
  const after = required ? '' : ' = None';
  const start = `${name}: `;
  const around = { before: widthOf(start), after };
  const whole = name === alias ? typed : annotated(typed, alias, context);
  const text = isOperands(whole) ? inParentheses(whole, around) : layout(whole, 4, around);
  return `    ${start}${text}\n${about === '' ? '' : `${about}\n`}`;
}

/** A union has no brackets of its own that could be broken. */
function inParentheses(union: Operands, around: Around): string {
  const line = flat(union) + (around.after ?? '');
  if (4 + (around.before ?? 0) + widthOf(line) <= lineWidth) return line;
  return `(\n        ${layout(union, 8)}\n    )${around.after ?? ''}`;
}

function annotated(type: Code, alias: string, { imports }: PrintContext): Code {
  imports.add('typing', 'Annotated');
  imports.add('pydantic', 'Field');
  return subscript('Annotated', [type, call('Field', [`alias=${stringLiteral(alias)}`])]);
}

/** None means absent, unless the contract has a meaning for null. */
function optionalType(type: TypeNode, models: Models, context: PrintContext): Code {
  if (!mayBeNone(type, models)) return printType(union([type, noneType]), context);
  context.imports.add('.runtime.model', 'Nullable');
  const bare = type.kind === 'union' ? union(type.parts.filter((part) => !isName(part, 'None'))) : type;
  return subscript('Nullable', [printType(bare, context)]);
}

function mayBeNone(type: TypeNode, models: Models, seen = new Set<string>()): boolean {
  if (isName(type, 'None') || isName(type, 'Any')) return true;
  if (type.kind === 'union') return type.parts.some((part) => mayBeNone(part, models, seen));
  if (type.kind !== 'model' || seen.has(type.name)) return false;
  const alias = models.aliases.get(type.name);
  return alias !== undefined && mayBeNone(alias.type, models, seen.add(type.name));
}

function discriminate(node: TypeNode, { classes }: Models): Discrimination | undefined {
  if (node.kind !== 'union' || node.tagged === undefined) return undefined;
  const { propertyName, values } = node.tagged;
  const fields = node.parts.map((part) => {
    const found = part.kind === 'model' ? classes.get(part.name) : undefined;
    return found?.fields.find(({ alias }) => alias === propertyName);
  });
  const [first] = fields;
  const exact = fields.every((field, i) => {
    if (field === undefined || field.type.kind !== 'literal' || !field.required || field.name !== first?.name)
      return false;
    const own = new Set(field.type.values);
    const wanted = values[i] ?? [];
    return own.size === wanted.length && wanted.every((value) => own.has(stringLiteral(value)));
  });
  return exact && first !== undefined ? { kind: 'field', field: first.name } : { kind: 'values', propertyName, values };
}
