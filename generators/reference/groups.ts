import type { HttpContract, HttpOperation } from '../../core/contract/model.ts';

export interface Group {
  /** Tells a tag called Webhooks from the webhooks. */
  readonly key: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly operations: readonly HttpOperation[];
}

/** The operations under their first tag: declared tags in their order, then the others as they come. */
export function groupsOf({ tags, operations, webhooks }: HttpContract): readonly Group[] {
  const byTag = new Map<string, HttpOperation[]>(tags.map(({ name }) => [name, []]));
  const untagged: HttpOperation[] = [];
  for (const operation of operations) {
    const [tag] = operation.tags;
    if (tag === undefined) untagged.push(operation);
    else byTag.set(tag, [...(byTag.get(tag) ?? []), operation]);
  }
  const descriptions = new Map(tags.map(({ name, description }) => [name, description]));
  const tagged = [...byTag].map(([title, own]) => ({
    key: `tag ${title}`,
    title,
    description: descriptions.get(title),
    operations: own,
  }));
  const rest = tagged.length === 0 ? 'Operations' : 'Other operations';
  return [
    ...tagged,
    { key: 'rest', title: rest, description: undefined, operations: untagged },
    { key: 'webhooks', title: 'Webhooks', description: 'Requests that the service sends.', operations: webhooks },
  ].filter((group) => group.operations.length > 0);
}

/** Longer summaries are no headings. */
const longestTitle = 90;

/** What an operation is called: its summary, without a full stop that reads odd in a heading. */
export function titleOf({ summary, operationId, method, path }: HttpOperation): string {
  const title = summary?.trim().replace(/(?<!\.)\.$/, '') ?? '';
  if (title !== '' && title.length <= longestTitle) return title;
  return operationId || `${method.toUpperCase()} ${path}`;
}

/** The description, with the summary before it where that is too long for a heading. */
export function descriptionOf({ summary, description }: HttpOperation): string | undefined {
  if (summary === undefined || summary.trim().length <= longestTitle) return description;
  return description?.includes(summary.trim()) ? description : [summary, description].filter(Boolean).join('\n\n');
}
