import type { Header } from '../../core/contract/model.ts';
import { docstring } from '../python/comment.ts';
import { assignment, flat, layout } from '../python/layout.ts';
import { stringLiteral } from '../python/literal.ts';
import { methodName } from '../python/names.ts';
import { type PrintContext, printType } from '../python/types/print-type.ts';
import { NameScope } from '../typescript/names.ts';
import type { ClientOperation } from './client-operation.ts';
import type { Outcome } from './responses.ts';

/** A class for each outcome of an operation, and the union of them. */
export function printResults({ outcomes, result }: ClientOperation, context: PrintContext): string[] {
  const { imports } = context;
  imports.add('dataclasses', 'dataclass');
  imports.add('typing', 'TypeAlias');
  const union = assignment(`${result}: TypeAlias`, { operands: outcomes.map(({ className }) => className) });
  return [...outcomes.map((outcome) => printOutcome(outcome, context)), union];
}

function printOutcome(outcome: Outcome, context: PrintContext): string {
  const { className, key, success, media, body, headers, description } = outcome;
  const { imports } = context;
  const base = success ? 'Success' : 'Failure';
  imports.add('.runtime.result', base);
  const fields: string[] = [];
  if (/^\d{3}$/.test(key)) fields.push(literalField('status', key, context));
  if (media === undefined) fields.push('    content_type: None = None\n    body: None = None\n');
  else fields.push(literalField('content_type', stringLiteral(media.name), context));
  const blocks = [docstring(description, { indent: 4 }), fields.join(''), ...properties(headers)];
  const members = blocks.filter((block) => block !== '').join('\n');
  const parent = `${base}[${flat(printType(body, context))}]`;
  const head = { open: `class ${className}(`, items: [parent], close: ')', comma: false };
  return `@dataclass(frozen=True, kw_only=True)\n${layout(head, 0, { after: ':' })}\n${members}`;
}

function literalField(name: string, value: string, { imports }: PrintContext): string {
  imports.add('typing', 'Literal');
  return assignment(`${name}: Literal[${value}]`, value, 4);
}

/** The headers that the contract declares, as properties. */
function properties(headers: readonly Header[]): string[] {
  const scope = new NameScope(['header', 'headers', 'status', 'unwrap']);
  return headers.map(({ name, description, required, deprecated }) => {
    const about = docstring(description, { indent: 8, deprecated });
    const header = stringLiteral(name);
    const [type, value] = required ? ['str', `self.headers[${header}]`] : ['str | None', `self.header(${header})`];
    const property = scope.unique(methodName(name));
    return `    @property\n    def ${property}(self) -> ${type}:\n${about}        return ${value}\n`;
  });
}
