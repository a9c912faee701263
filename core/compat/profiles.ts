/**
 * How severely a change is weighed.
 *
 * - `strict`: the law alone. An input that narrows and an output that widens are breaking.
 * - `standard`: readers are tolerant. They ignore what they do not know, as long as it cannot be mistaken for something
 *   they do know.
 * - `generated-clients`: as `standard`, and whatever breaks code generated from the contract is breaking too.
 */
export type Profile = 'strict' | 'standard' | 'generated-clients';

export const profiles: readonly Profile[] = ['strict', 'standard', 'generated-clients'];

/**
 * What must stay compatible when a message changes.
 *
 * - `ACTION`, the default: what the described application receives is an input and must not narrow, what it sends is an
 *   output and must not widen, as with requests and responses.
 *
 * The others are the words of schema registries, for events that are kept and read again, whoever sends them:
 *
 * - `BACKWARD`: readers are upgraded first; a new reader must understand old events: old ⊆ new.
 * - `FORWARD`: writers are upgraded first; an old reader must understand new events: new ⊆ old.
 * - `FULL`: both, in any order.
 */
export type EventMode = 'ACTION' | 'BACKWARD' | 'FORWARD' | 'FULL';

export const eventModes: readonly EventMode[] = ['ACTION', 'BACKWARD', 'FORWARD', 'FULL'];
