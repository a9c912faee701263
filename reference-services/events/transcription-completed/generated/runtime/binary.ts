// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** What `format: binary` is inside JSON: text, in whatever encoding the contract says. A payload of bytes is a `Uint8Array`. */
export type Binary = string;
