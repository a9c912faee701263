// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Text that is not a legal percent-encoding of UTF-8. */
export class MalformedText extends Error {
  override readonly name = 'MalformedText';
}

export type Decode = (text: string) => string;

export const decodePercent: Decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MalformedText('is not a legal percent-encoding of UTF-8 text');
  }
};

/** In query strings and urlencoded bodies a plus sign is a space (WHATWG URL, application/x-www-form-urlencoded). */
export const decodeForm: Decode = (text) => decodePercent(text.replaceAll('+', ' '));

/** Header fields are not percent-encoded. */
export const decodeNothing: Decode = (text) => text;
