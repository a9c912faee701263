/** The event contradicts what is known, and will whenever it comes again. */
export class UnacceptableEvent extends Error {
  override readonly name = 'UnacceptableEvent';
}
