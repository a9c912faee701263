/** A span as far as the tests look at it. */
export interface SeenSpan {
  readonly traceId: string;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly kind: string;
  readonly name: string;
  /** The durable position of a worker. */
  readonly worker: string | undefined;
  /** The `service.name` of the process that recorded it. */
  readonly process: string;
}

export interface Drawing {
  readonly traceId: string;
  /** The spans below it are drawn. */
  readonly rootId: string;
  /** Which spans are not drawn, with all that is below them. */
  readonly isLeftOut: (span: SeenSpan) => boolean;
}

/**
 * The spans of a trace as an indented list, each below its parent, in the order of their names. What was repeated looks the
 * same as what happened once: deliveries are at least once.
 */
export function drawTree(spans: readonly SeenSpan[], { traceId, rootId, isLeftOut }: Drawing): readonly string[] {
  const own = spans.filter((span) => span.traceId === traceId && !isLeftOut(span));
  return below(rootId, '');

  function below(parentId: string, indent: string): readonly string[] {
    const children = own.filter((span) => span.parentId === parentId);
    const drawn = children.map((span) => [`${indent}${labelOf(span)}`, ...below(span.id, `${indent}  `)].join('\n'));
    return [...new Set(drawn)].sort().flatMap((one) => one.split('\n'));
  }
}

function labelOf({ kind, name, worker }: SeenSpan): string {
  return `${kind} ${name}${worker === undefined ? '' : ` by ${worker}`}`;
}
