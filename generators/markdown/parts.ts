import { sunsetOf } from '../../core/compat/http/sunset.ts';
import type { Bindings, Extensions, MediaType, SecurityRequirement } from '../../core/contract/model.ts';
import { examplesOf, exampleText, isJson } from '../reference/examples.ts';
import type { Reference } from '../reference/reference.ts';
import type { Direction } from '../reference/sample.ts';
import { noView } from '../reference/schema-view.ts';
import { schemeText } from '../reference/words.ts';
import { lineOf, membersOf } from './fields.ts';
import { prose } from './prose.ts';
import { code, codeBlock, escapeLine } from './text.ts';

/** Blocks with a blank line between them; empty ones are left out. */
export function stack(...blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

export function heading(level: number, text: string, id: string): string {
  return `<a id="${id}"></a>\n\n${'#'.repeat(level)} ${escapeLine(text)}`;
}

export function deprecation({
  deprecated,
  extensions,
}: {
  readonly deprecated: boolean;
  readonly extensions: Extensions;
}): string {
  if (!deprecated) return '';
  const sunset = sunsetOf(extensions);
  return `> **Deprecated.** ${sunset === undefined ? 'Do not start to use it.' : `It works until ${escapeLine(sunset)}.`}`;
}

export function securityLine(security: readonly SecurityRequirement[], { contract, anchors }: Reference): string {
  if (security.length === 0) return '';
  const ways = security.map(({ schemes }) => {
    const all = [...schemes].map(([name, scopes]) => {
      const scheme = contract.securitySchemes.get(name);
      const link =
        scheme === undefined ? escapeLine(name) : `[${escapeLine(schemeText(scheme))}](#${anchors.of(scheme)})`;
      return scopes.length === 0 ? link : `${link} with ${scopes.map(code).join(', ')}`;
    });
    return all.length === 0 ? 'nothing' : all.join(' and ');
  });
  return `Needs ${ways.join(', or ')}.`;
}

/** Each media type of a body: its schema, and examples. Only `made` shows examples that the contract does not have. */
export function bodies(
  content: readonly MediaType[],
  direction: Direction,
  made: boolean,
  reference: Reference,
): string {
  return stack(
    ...content.map((media) => {
      const schema = media.itemSchema ?? media.schema;
      const view = schema === undefined ? noView : reference.views.used(schema);
      const stream = media.itemSchema === undefined ? '' : 'a stream of ';
      const examples = made || media.examples.length > 0 ? examplesOf(media, direction, reference) : [];
      const description = view.type.some((part) => typeof part !== 'string') ? '' : prose(view.description, 7);
      return stack(
        `${code(media.name)}: ${stream}${lineOf({ ...view, examples: [] }, reference)}`,
        description,
        membersOf(view, reference),
        ...examples.map((example) => {
          const text = codeBlock(
            exampleText(example, media.name),
            'json' in example.content && isJson(media.name) ? 'json' : '',
          );
          return stack(example.title === '' ? '' : `${escapeLine(example.title)}:`, text);
        }),
      );
    }),
  );
}

export function bindingsText(bindings: Bindings, reference: Reference): string {
  return stack(
    ...[...bindings].map(([protocol, { fields, schemas }]) =>
      stack(
        `Binding ${code(protocol)}:`,
        fields.size === 0 ? '' : codeBlock(JSON.stringify(Object.fromEntries(fields), null, 2), 'json'),
        ...[...schemas].map(([name, schema]) => `- ${code(name)} · ${lineOf(reference.views.used(schema), reference)}`),
      ),
    ),
  );
}

export function extensionsText(extensions: Extensions): string {
  const told = [...extensions].filter(([name]) => name !== 'x-sunset');
  return stack(
    ...told.map(([name, value]) => {
      const text = JSON.stringify(value);
      return text.length < 80
        ? `${code(name)}: ${code(text)}`
        : stack(`${code(name)}:`, codeBlock(JSON.stringify(value, null, 2), 'json'));
    }),
  );
}
