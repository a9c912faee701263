// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Bytes in a value. Responses bring a `Blob`; requests take either. */
export type Binary = Blob | Uint8Array<ArrayBuffer>;

/** A request body of bytes; a stream is sent as it is read, once, so such a request is never repeated. */
export type BinaryBody = Binary | ArrayBuffer | ReadableStream<Uint8Array<ArrayBuffer>>;
