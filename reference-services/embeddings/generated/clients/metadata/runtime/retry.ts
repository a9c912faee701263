// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** When a failed attempt is made again. Off unless given. */
export interface RetryOptions {
  /** All attempts together; 3 when left out. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt, doubled for each further one; 200 when left out. */
  readonly delay?: number;
  /** The longest wait in milliseconds, 10,000 when left out. A server that asks for more gets no further attempt. */
  readonly maxDelay?: number;
  /** Responses worth another attempt; 408, 429, 500, 502, 503 and 504 when left out. */
  readonly statuses?: readonly number[];
}

const defaultStatuses: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Methods that do no more harm the second time (RFC 9110, 9.2.2). */
const idempotentMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY']);

/** An operation that is idempotent by its method, or that its caller made so with a key; Standard Webhooks has a name of its own for it. */
export function isRepeatable(request: Request): boolean {
  return (
    idempotentMethods.has(request.method.toUpperCase()) ||
    ['idempotency-key', 'webhook-id'].some((name) => request.headers.has(name))
  );
}

/** How long to wait before attempt number `attempt + 1`; undefined when there shall be none. */
export function waitBefore(
  attempt: number,
  response: Response | undefined,
  { attempts = 3, delay = 200, maxDelay = 10_000, statuses = defaultStatuses }: RetryOptions,
): number | undefined {
  if (attempt >= attempts) return undefined;
  if (response !== undefined && !statuses.includes(response.status)) return undefined;
  const asked = response === undefined ? undefined : retryAfter(response.headers.get('retry-after'));
  if (asked !== undefined) return asked <= maxDelay ? asked : undefined;
  const ceiling = Math.min(maxDelay, delay * 2 ** (attempt - 1));
  // Half fixed, half random: clients that failed together do not come back together.
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from now. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Resolves after `milliseconds`, or rejects as soon as the signal fires. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      signal?.removeEventListener('abort', stop);
      resolve();
    }
    function stop(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
