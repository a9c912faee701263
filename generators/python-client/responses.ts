import type { Header, HttpOperation, MediaType, Response } from '../../core/contract/model.ts';
import { className } from '../python/names.ts';
import type { Models } from '../python/types/models.ts';
import { anyType, builtin, imported, noneType, type TypeNode } from '../python/types/type-node.ts';
import { typeOf } from '../python/types/type-of.ts';
import { NameScope } from '../typescript/names.ts';
import { kindOf } from '../typescript-client/content-kind.ts';
import { declaredResponses } from '../typescript-client/result-type.ts';
import type { ContentKind } from '../typescript-client/runtime/media-type.ts';

/** One class of results: a status or range, and a media type. */
export interface Outcome {
  readonly className: string;
  /** A status, a range such as `4XX`, or `default`. */
  readonly key: string;
  readonly success: boolean;
  /** Undefined without a body. */
  readonly media: MediaType | undefined;
  readonly kind: ContentKind | undefined;
  readonly body: TypeNode;
  readonly headers: readonly Header[];
  readonly description: string | undefined;
}

/** Hands out the names of result classes. */
export function resultScope(): NameScope {
  return new NameScope(['Any', 'AwareDatetime', 'ByteStream', 'Failure', 'Literal', 'Success', 'TypeAlias', 'UUID']);
}

/** Every outcome that a call may have, in the order of the contract. */
export function outcomesOf(operation: HttpOperation, stem: string, models: Models, scope: NameScope): Outcome[] {
  const declared = declaredResponses(operation);
  if (declared.length === 0) return bothWays(undefined, operation, { stem, models, scope });
  const alone = !declared.some(({ status }) => status.startsWith('2'));
  return declared.flatMap((response) => {
    // Beside declared successes `default` describes failures; alone it describes both.
    if (response.status === 'default' && alone) return bothWays(response, operation, { stem, models, scope });
    return outcomes(response.status, response, operation, { stem, models, scope });
  });
}

interface Making {
  readonly stem: string;
  readonly models: Models;
  readonly scope: NameScope;
}

function bothWays(response: Response | undefined, operation: HttpOperation, making: Making): Outcome[] {
  return ['2XX', 'default'].flatMap((key) => outcomes(key, response, operation, making));
}

function outcomes(key: string, response: Response | undefined, operation: HttpOperation, making: Making): Outcome[] {
  const { stem, models, scope } = making;
  const status = key === 'default' ? 'Default' : key;
  const base = {
    ...{ key, success: key.startsWith('2'), headers: response?.headers ?? [] },
    description: response?.description,
  };
  const content = response?.content ?? [];
  if (operation.method === 'head' || content.length === 0 || /^(204|205|304)$/.test(key)) {
    const name = scope.unique(`${stem}${status}`);
    return [{ ...base, className: name, media: undefined, kind: undefined, body: noneType }];
  }
  return content.map((media) => {
    const suffix = content.length > 1 ? className(media.name.split(';')[0] ?? '') : '';
    const kind = kindOf(media, models.schemas);
    const body = bodyType(media, kind, `${stem} ${key} body`, models);
    return { ...base, className: scope.unique(`${stem}${status}${suffix}`), media, kind, body };
  });
}

function bodyType(media: MediaType, kind: ContentKind, hint: string, models: Models): TypeNode {
  if (kind === 'text') return builtin('str');
  if (kind === 'stream') return imported('.runtime.binary', 'ByteStream');
  if (kind !== 'json') return builtin('bytes');
  return media.schema === undefined ? anyType : typeOf(media.schema, models.context('output', hint));
}
