import type { Reference } from '../reference/reference.ts';
import type { FieldView, SchemaView, TypePart } from '../reference/schema-view.ts';
import { typeOrAny } from '../reference/type-text.ts';
import { prose } from './prose.ts';
import { code, escapeLine, indent } from './text.ts';

/** The inside of a schema as nested lists. */
export function membersOf(view: SchemaView, reference: Reference): string {
  const fields = view.fields.map((field) => fieldItem(field, reference));
  const choices = view.choices.map(({ label, discriminator, options }) => {
    const by = discriminator === undefined ? '' : `, told apart by ${code(discriminator)}`;
    const inside = options.map((option) => {
      const name = option.label === '' ? '' : `${code(option.label)} · `;
      return item(`${name}${lineOf(option.view, reference)}`, option.view, reference);
    });
    return `- ${label}${by}:\n${indent(inside.join('\n'), '  ')}`;
  });
  return [...fields, ...choices].join('\n');
}

export function fieldItem(field: FieldView, reference: Reference): string {
  const required = field.required ? ' · **required**' : '';
  return item(`${nameOf(field)} · ${lineOf(field, reference)}${required}`, field, reference);
}

/** One entry of a list, its description and inside below it. */
export function item(line: string, view: SchemaView, reference: Reference): string {
  const description = prose(view.description, 7);
  const members = membersOf(view, reference);
  const below = [description === '' ? '' : `${description.includes('\n') ? '\n' : ''}${description}`, members];
  return [`- ${line}`, ...below.filter((text) => text !== '').map((text) => indent(text, '  '))].join('\n');
}

/** Type, limits and values: `string (date-time) · 1 to 40 characters · default "x"`. */
export function lineOf(view: SchemaView, reference: Reference): string {
  const { facts, allowed, examples, named } = view;
  const parts = [
    typeText(typeOrAny(view), reference),
    named === undefined ? '' : linkTo(named, reference),
    ...facts.map((fact) => `${escapeLine(fact.text)}${fact.code === undefined ? '' : ` ${code(fact.code)}`}`),
    allowed.length === 0
      ? ''
      : `${allowed.length === 1 ? 'always' : 'one of'} ${allowed.map((one) => code(JSON.stringify(one))).join(', ')}`,
    view.default === undefined ? '' : `default ${code(JSON.stringify(view.default.value))}`,
    examples.length === 0 || allowed.length > 0 ? '' : `such as ${code(JSON.stringify(examples[0]))}`,
    view.readOnly ? 'read-only' : '',
    view.writeOnly ? 'write-only' : '',
    view.deprecated ? '**deprecated**' : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function nameOf({ name, kind }: FieldView): string {
  if (kind === 'any') return '*any other name*';
  if (kind === 'pattern') return `*names that match* ${code(name)}`;
  if (kind === 'item') return `*item ${Number(name) + 1}*`;
  return code(name);
}

function typeText(parts: readonly TypePart[], reference: Reference): string {
  // What stands between two links keeps the spaces around it.
  const words = (text: string) => text.replace(/\S(?:.*\S)?/s, escapeLine);
  return parts.map((part) => (typeof part === 'string' ? words(part) : linkTo(part.schema, reference))).join('');
}

function linkTo(name: string, { contract, anchors }: Reference): string {
  const schema = contract.schemas.get(name);
  return schema === undefined ? escapeLine(name) : `[${escapeLine(name)}](#${anchors.of(schema)})`;
}
