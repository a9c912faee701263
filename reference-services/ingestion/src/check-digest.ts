import { type Refused, refuse } from '../../common/service/answers.ts';

export interface Declared {
  /** `Content-Digest: sha-256=:…:` of RFC 9530. */
  readonly contentDigest: string | undefined;
  /** What arrived as the content of the request, in base64. */
  readonly content: string;
}

export function refuseContentDigest({ contentDigest, content }: Declared): Refused<422> | undefined {
  if (contentDigest === undefined || contentDigest === `sha-256=:${content}:`) return undefined;
  return refuse('unprocessable', `The content of the request has the digest sha-256=:${content}:. Send it again.`, [
    { parameter: 'Content-Digest', detail: 'is not the digest of the content that arrived' },
  ]);
}

/** `pointer` is where the digest was declared. */
export function refuseFileDigest(
  declared: string | undefined,
  computed: string,
  pointer = '#/sha256',
): Refused<422> | undefined {
  if (declared === undefined || declared === computed) return undefined;
  return refuse('unprocessable', `The file has the SHA-256 ${computed}. Send it again.`, [
    { pointer, detail: 'is not the digest of the bytes that arrived' },
  ]);
}
