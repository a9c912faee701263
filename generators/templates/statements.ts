import type { TemplateFault } from './check.ts';

/** The first statement that templates may not have: they place what is there, and call nothing. */
export function strangeStatement(program: hbs.AST.Program): TemplateFault | undefined {
  for (const statement of program.body) {
    const fault = faultOf(statement);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOf(statement: hbs.AST.Statement): TemplateFault | undefined {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return undefined;
    case 'MustacheStatement':
      // The switch tells the types apart by a text, which TypeScript cannot see.
      return placement(statement as hbs.AST.MustacheStatement);
    case 'BlockStatement':
      return block(statement as hbs.AST.BlockStatement);
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return at(statement, 'Templates include no others: there are no partials.');
    default:
      return at(statement, 'Templates hold text, {{name}}, {{#each}}, {{#if}} and {{#unless}} only.');
  }
}

function placement({ path, params, hash, loc }: hbs.AST.MustacheStatement): TemplateFault | undefined {
  if (path.type !== 'PathExpression') return at({ loc }, 'Only names stand between braces. Write text as it is.');
  if (params.length === 0 && hash === undefined) return undefined;
  const { original } = path as hbs.AST.PathExpression;
  return at({ loc }, `There is no helper "${original}". There are each, if and unless.`);
}

function block({ path, params, hash, program, inverse, loc }: hbs.AST.BlockStatement): TemplateFault | undefined {
  const { original } = path;
  if (original !== 'each' && original !== 'if' && original !== 'unless')
    return at({ loc }, `There is no block "${String(original)}". There are each, if and unless.`);
  const [value] = params;
  if (params.length !== 1 || value?.type !== 'PathExpression' || hash !== undefined)
    return at({ loc }, `{{#${original}}} takes one name, such as {{#${original} operations}}.`);
  for (const part of [program, inverse]) {
    const fault = part === undefined ? undefined : strangeStatement(part);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function at({ loc }: Pick<hbs.AST.Node, 'loc'>, message: string): TemplateFault {
  return { line: loc.start.line, column: loc.start.column + 1, message };
}
