import type { Schema } from '../contract/schema.ts';
import type { Location } from '../diagnostics/location.ts';
import type { Answer } from './answer.ts';

/**
 * One difference in meaning between two versions of a contract, before anyone judges it. Facts only: what, where, and
 * what the schemas prove.
 */
export interface Change {
  /** The rule that names it, such as `request-property-required-added`. */
  readonly rule: string;
  /** `breaking`: something legal before no longer is. `warning`: may break some readers. `info`: compatible. */
  readonly verdict: 'breaking' | 'warning' | 'info';
  /** What happened, in one sentence, then what to do instead when it breaks. */
  readonly message: string;
  /** Where it stands in the old and in the new contract; the nearest ancestor where one of them has nothing. */
  readonly before: Location;
  readonly after: Location;
  /** The operation, message or channel concerned, as people name it: `POST /v1/recordings`, `send recording.ingested.v1`. */
  readonly subject: string;
  /** A concrete message that used to be legal and no longer is, or the reverse. */
  readonly witness: Witness | undefined;
  /** Set when the schemas could not be decided: why. */
  readonly undecided: string | undefined;
  /** Stable under line moves and reordering: rule, subject, and the path inside it. */
  readonly fingerprint: string;
}

export interface Witness {
  /** Which part of the exchange the value is: a request body, a parameter, a response, a message. */
  readonly part: 'request-body' | 'parameter' | 'response-body' | 'response-header' | 'message' | 'message-header';
  /** `query limit`, `200 application/json`, … */
  readonly name: string;
  readonly answer: Extract<Answer, { kind: 'witness' }>;
  /** `old` accepts it and `new` refuses it, or the other way round. */
  readonly acceptedBy: 'old' | 'new';
  /** The schema of the whole part that accepts the value, and the one that refuses it: for checking the witness. */
  readonly accepting: Schema;
  readonly refusing: Schema;
}
