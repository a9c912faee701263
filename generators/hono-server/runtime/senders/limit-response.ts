/** The response with a body that fails as soon as it proves longer than `limit` bytes: whoever answers may never end. */
export function limitResponse(response: Response, limit: number): Response {
  if (response.body === null) return response;
  let length = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length > limit)
        controller.error(new RangeError(`The answer is longer than the ${limit} bytes that are read.`));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
}
