import type { Schema } from '../../contract/schema.ts';
import type { Answer } from '../answer.ts';
import type { Subsumption } from '../subsume/index.ts';
import type { Fact } from './fact.ts';

export interface Question {
  /** The wholes. */
  readonly sender: Schema;
  readonly receiver: Schema;
  readonly subsumption: Subsumption;
  /** Whether one more search from the root may be spent. */
  readonly mayAsk: () => boolean;
}

/** Deeper values than these are neither put together nor searched for. */
const deepest = { lifted: 300, searched: 100 };

/**
 * Whether the whole breaks for the reason of one fact. A value that shows the difference at its place is put into a sample
 * of what stands around it; only where that is no witness, a whole value is searched for.
 */
export function reasonFor(fact: Fact, { sender, receiver, subsumption, mayAsk }: Question): Answer | undefined {
  const { place, claim } = fact;
  const { length } = place.path;
  if (length <= deepest.lifted) {
    const whole = place.fromRoot(claim);
    const here = subsumption.candidate(fact.sender, claim);
    const value = here === undefined ? undefined : place.lift(here, (schema) => subsumption.sample(schema));
    const suspicion = { sender, receiver, claim: whole, reason: place.bluntly(claim) };
    const answer = value === undefined ? undefined : subsumption.confirm(value, suspicion);
    if (answer !== undefined) return answer;
    if (length <= deepest.searched && mayAsk()) return subsumption.decide(sender, whole);
  }
  // A value that shows the whole difference has to do.
  return isProven(fact, subsumption) ? subsumption.decide(sender, receiver) : undefined;
}

/** Whether the two differ at the place for sure, whatever holds around it. */
export function isProven({ topic, sender, claim }: Fact, subsumption: Subsumption): boolean {
  // A format without a definition is told apart by its name.
  return topic === 'format' || (topic !== 'schema' && subsumption.decide(sender, claim).kind === 'witness');
}
