/** The body of a request on its way to an upstream, byte by byte as the client sends it. */
export class ClientBody {
  /** Why the client's side of the transfer ended early, if it did: then the upstream is not to blame. */
  failure: unknown;
  /** How much has been taken of it. */
  bytes = 0;
  readonly #contentType: string;
  readonly #stream: ReadableStream<Uint8Array>;

  constructor(stream: ReadableStream<Uint8Array>, contentType: string) {
    this.#stream = stream;
    this.#contentType = contentType;
  }

  /** The innermost middleware of a generated client. */
  readonly send = async (request: Request, next: (request: Request) => Promise<Response>): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set('content-type', this.#contentType);
    const init = { method: request.method, headers, body: this.#watched(), duplex: 'half', signal: request.signal };
    try {
      return await next(new Request(request.url, init));
    } catch (error) {
      // An answer, so that the circuit breaker does not count it; nobody sees it.
      if (this.failure !== undefined) return new Response(null, { status: 499 });
      throw error;
    }
  };

  /** Pulls only as fast as the upstream takes it. */
  #watched(): ReadableStream<Uint8Array> {
    const reader = this.#stream.getReader();
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          try {
            const { done, value } = await reader.read();
            if (done) controller.close();
            else {
              this.bytes += value.byteLength;
              controller.enqueue(value);
            }
          } catch (error) {
            this.failure = error;
            controller.error(error);
          }
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
  }
}
