import type { Schema } from '../../contract/schema.ts';
import type { Path } from './path.ts';
import type { Place } from './place.ts';

/** What kind of thing two schemas say differently. Each has rules for less, for more, and for both at once. */
export type Topic =
  | 'type'
  | 'null'
  /** null where `nullable` was written without effect. */
  | 'null-as-meant'
  | 'enum'
  | 'enum-value'
  | 'minimum'
  | 'maximum'
  | 'multiple-of'
  | 'min-length'
  | 'max-length'
  | 'pattern'
  | 'format'
  | 'required-property'
  | 'property-required'
  | 'optional-property'
  | 'closed-property'
  /** A name that the sender knows and the receiver no longer does, though it may be sent. */
  | 'known-property'
  /** An alternative likewise. */
  | 'known-form'
  | 'additional-properties'
  | 'pattern-properties'
  | 'property-names'
  | 'min-properties'
  | 'max-properties'
  | 'tuple'
  | 'min-items'
  | 'max-items'
  | 'unique-items'
  | 'contains'
  | 'alternative'
  /** Values that match more than one member of a `oneOf`. */
  | 'alternative-overlap'
  /** What is read-only or write-only where it does not travel. */
  | 'one-way-property'
  | 'condition'
  | 'schema';

/** One way in which what a sender may send is more than what a receiver accepts. */
export interface Fact {
  readonly topic: Topic;
  readonly path: Path;
  readonly place: Place;
  /** Tells facts of one topic at one place apart: a value of an enum, the name of a property. */
  readonly detail: string;
  /** The schemas concerned: what the sender says there, what the receiver says. */
  readonly sender: Schema;
  readonly receiver: Schema;
  /** Asks for this alone, of the value at the place: what the sender sends is refused by it for no other reason. */
  readonly claim: Schema;
}
