// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Bytes in a value. Responses bring a `Blob`; requests take either. */
export type Binary = Blob | Uint8Array<ArrayBuffer>;

/** Bytes as they come in. */
export type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * A request body of bytes. What can be read once only, a stream or an iterator, is sent while it is read, and such a
 * request is never repeated.
 */
export type BinaryBody = Binary | ArrayBuffer | ByteStream | AsyncIterable<Uint8Array<ArrayBuffer> | string>;

/** A request body of items, one after the other, or a file that holds them as they are sent. */
export type SequenceBody<Item> = AsyncIterable<Item> | Iterable<Item> | Blob;
