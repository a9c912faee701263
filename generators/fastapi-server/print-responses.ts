import { docstring } from '../python/comment.ts';
import { assignment, flat, layout } from '../python/layout.ts';
import { stringLiteral } from '../python/literal.ts';
import { fieldName } from '../python/names.ts';
import { type PrintContext, printType } from '../python/types/print-type.ts';
import type { ClientOperation } from '../python-client/client-operation.ts';
import { mapping } from '../python-client/operation-data.ts';
import type { Outcome } from '../python-client/responses.ts';
import { NameScope } from '../typescript/names.ts';

/** A class for each response of an operation, and the union of them, which is all that its handler may return. */
export function printResponses({ outcomes, result }: ClientOperation, context: PrintContext): string[] {
  const { imports } = context;
  imports.add('dataclasses', 'dataclass');
  imports.add('typing', 'TypeAlias');
  imports.add('.runtime.answer', 'Answer');
  const union = assignment(`${result}: TypeAlias`, { operands: outcomes.map(({ className }) => className) });
  return [...outcomes.map((outcome) => printOutcome(outcome, context)), union];
}

function printOutcome(outcome: Outcome, context: PrintContext): string {
  const { className, key, media, body, headers, description } = outcome;
  const { imports } = context;
  const scope = new NameScope(['body', 'content_type', 'declared_headers', 'headers', 'status']);
  const named = headers.map((header) => ({ ...header, field: scope.unique(fieldName(header.name)) }));
  const fields: string[] = [];
  if (named.length > 0) {
    imports.add('collections.abc', 'Mapping');
    imports.add('typing', 'ClassVar');
    const names = mapping(
      '',
      named.map(({ field, name }) => [field, stringLiteral(name)]),
    );
    fields.push(assignment('declared_headers: ClassVar[Mapping[str, str]]', names, 4));
  }
  if (/^\d{3}$/.test(key)) fields.push(literalField('status', key, context));
  if (media === undefined) fields.push('    content_type: None = None\n    body: None = None\n');
  else fields.push(literalField('content_type', stringLiteral(media.name), context));
  const optional = named.map(({ field, description: text, deprecated }) => {
    const about = docstring(text, { indent: 4, deprecated });
    return `    ${field}: str | None = None\n${about === '' ? '' : `${about}\n`}`;
  });
  const blocks = [docstring(description, { indent: 4 }), [...fields, ...optional].join('').trimEnd()];
  const members = blocks.filter((block) => block !== '').join('\n');
  const parent = `Answer[${flat(printType(body, context))}]`;
  const head = { open: `class ${className}(`, items: [parent], close: ')', comma: false };
  return `@dataclass(frozen=True, kw_only=True)\n${layout(head, 0, { after: ':' })}\n${members}\n`;
}

function literalField(name: string, value: string, { imports }: PrintContext): string {
  imports.add('typing', 'Literal');
  return assignment(`${name}: Literal[${value}]`, value, 4);
}
