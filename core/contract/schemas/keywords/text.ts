import type { Node } from '../../../source/node.ts';
import type { Draft } from '../draft.ts';
import { countAt, type Kit, schemaAt } from './kit.ts';

/** Lengths, `pattern`, `format` and the `content…` keywords. */
export function readText(draft: Draft, node: Node, kit: Kit): void {
  draft.minLength = countAt(node, 'minLength', 0);
  draft.maxLength = countAt(node, 'maxLength', -1);
  draft.pattern = node.string('pattern');
  draft.format = node.string('format');
  if (kit.features.draft06) {
    draft.contentEncoding = node.string('contentEncoding');
    draft.contentMediaType = node.string('contentMediaType');
    if (kit.features.draft2020) draft.contentSchema = schemaAt(node, 'contentSchema', kit);
  }
  if (isBinary(draft)) markBinary(draft);
}

/** Runs after the types are read. */
function isBinary(draft: Draft): boolean {
  const mayBeString = draft.types === undefined || draft.types.includes('string');
  if (!mayBeString) return false;
  if (draft.format === 'binary') return true;
  const { contentMediaType, contentEncoding, contentSchema } = draft;
  // OpenAPI 3.1.1, 4.8.14.5: without an encoding the media type describes raw bytes. Text formats stay text.
  return (
    contentMediaType !== undefined &&
    contentEncoding === undefined &&
    contentSchema === undefined &&
    !/^text\/|[/+](?:json|xml|yaml)\b/i.test(contentMediaType)
  );
}

function markBinary(draft: Draft): void {
  draft.binary = true;
  draft.types ??= ['string'];
  if (draft.format === 'binary') draft.format = undefined;
  // The type of any bytes: it says no more than `format: binary` does.
  if (draft.contentMediaType === 'application/octet-stream') draft.contentMediaType = undefined;
}
