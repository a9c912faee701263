// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** A signal that fires with the caller's own, or when the time is up. */
export interface Deadline {
  readonly signal: AbortSignal | undefined;
  /** Leaves only the caller's signal in force. */
  readonly lift: () => void;
}

export function deadline(signal: AbortSignal | undefined, timeout: number | undefined): Deadline {
  if (timeout === undefined) return { signal, lift: () => {} };
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('The time is up.', 'TimeoutError')), timeout);
  const both = signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]);
  return { signal: both, lift: () => clearTimeout(timer) };
}

/** The value of a promise that others wait for as well, or the reason of the signal if that fires first. */
export function unlessAborted<Value>(signal: AbortSignal | undefined, promise: Promise<Value>): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
