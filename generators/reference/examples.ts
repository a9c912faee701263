import type { Example, MediaType } from '../../core/contract/model.ts';
import type { Json } from '../../core/source/json.ts';
import type { Reference } from './reference.ts';
import type { Direction } from './sample.ts';

export interface ShownExample {
  readonly title: string;
  /** Data, or the text as it travels. */
  readonly content: { readonly json: Json } | { readonly text: string };
}

/** The examples of a body, or one that was made up where there are none. */
export function examplesOf(media: MediaType, direction: Direction, { samples }: Reference): readonly ShownExample[] {
  const given = media.examples.flatMap((example) => shown(example));
  if (given.length > 0) return given;
  const schema = media.schema ?? media.itemSchema;
  const value = schema === undefined ? undefined : samples.sample(schema, direction);
  return value === undefined ? [] : [{ title: '', content: { json: value } }];
}

function shown({ name, summary, value, serialized }: Example): ShownExample[] {
  const title = summary ?? name ?? '';
  if (serialized !== undefined) return [{ title, content: { text: serialized } }];
  return value === undefined ? [] : [{ title, content: { json: value } }];
}

/** How an example reads on a page: JSON indented, texts of other media types as they are. */
export function exampleText({ content }: ShownExample, mediaType: string): string {
  if ('text' in content) return content.text;
  const isText = typeof content.json === 'string' && !isJson(mediaType);
  return isText ? String(content.json) : JSON.stringify(content.json, null, 2);
}

export function isJson(mediaType: string): boolean {
  return /[/+]json\b/i.test(mediaType);
}
