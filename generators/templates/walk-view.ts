import type { TemplateFault } from './check.ts';

/**
 * The first name that rendering would ask for in vain, with what there is in its place: Handlebars itself knows only
 * where. Follows the branches and lists as rendering does.
 */
export function missingName(program: hbs.AST.Program, view: object): TemplateFault | undefined {
  return walk(program, { contexts: [view], names: new Map(), data: new Set(['root']) });
}

interface Scope {
  /** What `this` is, then what `..` is, and so on. */
  readonly contexts: readonly unknown[];
  /** Given by `as |item|`. */
  readonly names: ReadonlyMap<string, unknown>;
  /** What `@` may stand before. */
  readonly data: ReadonlySet<string>;
}

function walk({ body }: hbs.AST.Program, scope: Scope): TemplateFault | undefined {
  for (const statement of body) {
    // `type` is a plain text to TypeScript.
    const fault =
      statement.type === 'MustacheStatement'
        ? placed((statement as hbs.AST.MustacheStatement).path, scope)
        : statement.type === 'BlockStatement'
          ? entered(statement as hbs.AST.BlockStatement, scope)
          : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function placed(path: hbs.AST.PathExpression | hbs.AST.Literal, scope: Scope): TemplateFault | undefined {
  const { value, fault } = look(path, scope);
  if (fault !== undefined || typeof value !== 'object') return fault;
  const what = Array.isArray(value) ? 'a list: go through it by {{#each}}' : `no text. It has ${listOf(value)}`;
  return at(path, `"${originalOf(path)}" is ${what}.`);
}

function entered({ path, params, program, inverse }: hbs.AST.BlockStatement, scope: Scope): TemplateFault | undefined {
  const [subject] = params;
  if (subject === undefined) return undefined;
  const { value, fault } = look(subject, scope);
  if (fault !== undefined) return fault;
  if (path.original === 'each') {
    const items = itemsOf(value);
    for (const [key, item] of items) {
      const inside = walk(program, within(item, key, program.blockParams ?? [], scope));
      if (inside !== undefined) return inside;
    }
    return items.length === 0 && inverse !== undefined ? walk(inverse, scope) : undefined;
  }
  const holds = isTrue(value) === (path.original === 'if');
  const taken = holds ? program : inverse;
  return taken === undefined ? undefined : walk(taken, scope);
}

function within(item: unknown, key: string, given: readonly string[], { contexts, names }: Scope): Scope {
  const [itemName, keyName] = given;
  const added: Array<[string, unknown]> = [];
  if (itemName !== undefined) added.push([itemName, item]);
  if (keyName !== undefined) added.push([keyName, key]);
  return {
    contexts: item === contexts[0] ? contexts : [item, ...contexts],
    names: new Map([...names, ...added]),
    data: new Set(['root', 'index', 'key', 'first', 'last']),
  };
}

type Looked =
  | { readonly value: unknown; readonly fault?: never }
  | { readonly value?: never; readonly fault: TemplateFault };

function look(expression: hbs.AST.Expression, { contexts, names, data }: Scope): Looked {
  // Literals and nested calls have been refused before.
  const { parts, depth, data: isData, original } = expression as hbs.AST.PathExpression;
  const [first, ...rest] = parts;
  if (isData === true && first !== 'root') {
    if (first !== undefined && data.has(first)) return { value: '' };
    return { fault: at(expression, `There is no "${original}" here.`) };
  }
  const named = depth === 0 && first !== undefined && names.has(first);
  let value = isData === true ? contexts.at(-1) : named ? names.get(first) : contexts[depth];
  for (const part of named || isData === true ? rest : parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      const there =
        typeof value === 'object' && value !== null
          ? `It has ${listOf(value)}`
          : value === undefined
            ? 'There is nothing around it'
            : 'It is a text';
      return { fault: at(expression, `The view has no "${original}" here. ${there}.`) };
    }
    value = Reflect.get(value, part);
  }
  return { value };
}

function itemsOf(value: unknown): ReadonlyArray<readonly [string, unknown]> {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** As Handlebars judges: an empty list is false. */
function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function listOf(value: object | null): string {
  const names = Object.keys(value ?? {});
  return names.length === 0 ? 'no names' : names.join(', ');
}

function originalOf(path: hbs.AST.PathExpression | hbs.AST.Literal): string {
  return String((path as hbs.AST.PathExpression).original);
}

function at({ loc }: hbs.AST.Node, message: string): TemplateFault {
  return { line: loc.start.line, column: loc.start.column + 1, message };
}
