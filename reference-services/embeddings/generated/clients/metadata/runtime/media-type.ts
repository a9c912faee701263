// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** How a body is read and written. `stream`: the raw bytes of a sequence such as server-sent events, as they arrive. */
export type ContentKind = 'json' | 'text' | 'form' | 'multipart' | 'stream' | 'binary';

/** `Application/JSON; charset=utf-8` becomes `application/json`. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The kind that a media type means by itself; undefined for ranges and for types of no known kind. */
export function contentKind(mediaType: string): ContentKind | undefined {
  const essence = essenceOf(mediaType);
  if (
    /^application\/(x-ndjson|ndjson|jsonl|json-seq|x-jsonlines)$|^text\/event-stream$|^multipart\/mixed$/.test(essence)
  ) {
    return 'stream';
  }
  if (/[/+]json$/.test(essence)) return 'json';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence === 'multipart/form-data') return 'multipart';
  if (/^text\/|[/+](xml|yaml|x-yaml|graphql|javascript|toml)$/.test(essence)) return 'text';
  if (/^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)$/.test(essence)) return 'binary';
  return undefined;
}

/** The declared media type or range that a response's content type falls under, the most precise first. */
export function matchMediaType(actual: string, declared: readonly string[]): string | undefined {
  const essence = essenceOf(actual);
  const [type] = essence.split('/');
  const find = (matches: (name: string) => boolean) => declared.find((name) => matches(essenceOf(name)));
  return (
    find((name) => name === essence) ??
    find((name) => name === `${type}/*`) ??
    find((name) => name === '*/*' || name === '*') ??
    // A server that says `application/json` where the contract says `application/problem+json` still sends JSON.
    find((name) => contentKind(name) === 'json' && contentKind(essence) === 'json')
  );
}
