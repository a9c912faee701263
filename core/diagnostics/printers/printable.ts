const unprintable = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text quoted from a contract with one mark for each character that could move the cursor or turn the line around. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(unprintable, '\uFFFD');
}

/** The same for a message, on one line: what a contract holds must not forge a second finding. */
export function oneLine(text: string): string {
  return text.replace(unprintable, ' ');
}
