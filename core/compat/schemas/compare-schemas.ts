import type { Schema } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Direction } from '../../contract/walk.ts';
import type { Answer } from '../answer.ts';
import type { Witness } from '../change.ts';
import type { Comparison, Places } from '../comparison.ts';
import { departuresOf, type Effect, type SchemaArea, schemaRuleId } from '../rules/schema-rules.ts';
import { compareForms } from './compare-forms.ts';
import { compareNotes } from './compare-notes.ts';
import { describeFact } from './describe-fact.ts';
import type { Fact } from './fact.ts';
import { findFacts } from './find-facts.ts';
import { flatten } from './flatten.ts';
import { Path } from './path.ts';
import { Place } from './place.ts';
import { isProven, reasonFor } from './reason-for.ts';

/** What must not happen to a schema. */
export interface Duty {
  /** What was legal must stay legal: an input. */
  readonly mustNotNarrow: boolean;
  /** What was not legal must not become so: an output. */
  readonly mustNotWiden: boolean;
}

export interface SchemaPair {
  /** Undefined where nothing is said of the value. */
  readonly before: Schema | undefined;
  readonly after: Schema | undefined;
  readonly area: SchemaArea;
  readonly duty: Duty;
  /** For what is read-only and write-only. */
  readonly direction: Direction | undefined;
  readonly subject: string;
  /** Which part of the subject: `request body`, `query parameter limit`. */
  readonly thing: string;
  readonly part: Witness['part'];
  readonly name: string;
  /** Of what holds the schemas. */
  readonly at: Places;
  /** Set where the keywords have no effect as they are written: `maximum` beside `type: string`. */
  readonly inert?: true;
  /** Set where a rule of its own has told of another default of the whole value. */
  readonly defaultIsTold?: boolean;
}

const goneNames: ReadonlySet<Fact['topic']> = new Set(['optional-property', 'required-property']);

/** Judges two versions of a schema as wholes, and explains the verdict place by place. */
export function compareSchemas(pair: SchemaPair, comparison: Comparison): void {
  if (pair.before === pair.after || comparison.schemas.same(pair.before, pair.after)) return;
  const before = pair.before ?? { ...emptySchema(pair.at.before), always: true };
  const after = pair.after ?? { ...emptySchema(pair.at.after), always: true };
  // Of both, so that the same place has the same path.
  const root = Path.root();
  const narrowing = look({ sender: before, receiver: after, from: 'old', root, pair, comparison });
  const widening = look({ sender: after, receiver: before, from: 'new', root, pair, comparison });
  const opposite = new Map(widening.map((fact) => [keyOf(fact), fact]));
  for (const fact of narrowing) {
    const other = opposite.get(keyOf(fact));
    const both = other !== undefined && changing.has(fact.topic);
    if (both) opposite.delete(keyOf(fact));
    report(fact, both ? 'changed' : 'narrowed', both ? other : undefined, pair, comparison);
  }
  for (const fact of opposite.values()) report(fact, 'widened', undefined, pair, comparison);
  // What has no effect is a part of a schema whose notes are compared as a whole.
  if (pair.inert !== true) compareNotes(before, after, pair, comparison);
  if (comparison.options.profile !== 'strict') compareForms(before, after, pair, comparison);
}

interface Explained extends Fact {
  /** Of the whole, for this reason; undefined when nobody asked because it does not matter. */
  readonly answer: Answer | undefined;
  readonly from: 'old' | 'new';
  /** The wholes that were compared. */
  readonly accepting: Schema;
  readonly refusing: Schema;
}

interface Look {
  readonly sender: Schema;
  readonly receiver: Schema;
  readonly from: 'old' | 'new';
  readonly root: Path;
  readonly pair: SchemaPair;
  readonly comparison: Comparison;
}

function look({ sender, receiver, from, root, pair, comparison }: Look): readonly Explained[] {
  const subsumption = comparison.subsumption(from, pair);
  const verdict = subsumption.verdict(sender, receiver);
  if (verdict === 'contained') return [];
  const [senderSchemas, receiverSchemas] =
    from === 'old'
      ? [comparison.before.schemas, comparison.after.schemas]
      : [comparison.after.schemas, comparison.before.schemas];
  const { conjoiner } = comparison;
  const finding = { direction: subsumption.direction, subsumption, senderSchemas, receiverSchemas, conjoiner };
  const facts = unique(findFacts(sender, receiver, root, finding));
  const matters = from === 'old' ? pair.duty.mustNotNarrow : pair.duty.mustNotWiden;
  const wholes = { from, accepting: sender, refusing: receiver };
  const question = { sender, receiver, subsumption, mayAsk: () => comparison.mayAsk() };
  const found = facts.flatMap((fact): Explained[] => {
    const answer = matters ? reasonFor(fact, question) : undefined;
    // What differs there makes no difference where it stands.
    return answer?.kind === 'contained' ? [] : [{ ...fact, ...wholes, answer }];
  });
  if (verdict === 'witness' && found.some(({ answer }) => answer?.kind === 'witness' || !matters)) return found;
  // Nothing that was found is proven to matter, so the whole speaks for itself.
  const answer = subsumption.decide(sender, receiver);
  const place = Place.root(root);
  const whole = { topic: 'schema', path: root, place, detail: '', sender, receiver, claim: receiver, answer } as const;
  const rest: Explained = { ...whole, ...wholes };
  if (answer.kind === 'undecided') return found.some((fact) => isProven(fact, subsumption)) ? found : [rest];
  const [first, ...others] = found;
  return first === undefined ? [rest] : [{ ...first, answer }, ...others];
}

function unique(facts: readonly Fact[]): readonly Fact[] {
  const found = new Map(facts.map((fact) => [`${keyOf(fact)} ${fact.detail}`, fact]));
  // A property that has to be there, or always was, is no optional one as well.
  const required = new Set(facts.filter(({ topic }) => topic === 'required-property').map(nameOf));
  return [...found.values()].filter((fact) => fact.topic !== 'optional-property' || !required.has(nameOf(fact)));
}

function nameOf({ path, detail }: Fact): string {
  return `${path.id} ${detail}`;
}

/** Topics where less here and more there is one change. */
const changing: ReadonlySet<Fact['topic']> = new Set([
  'type',
  'multiple-of',
  'pattern',
  'format',
  'additional-properties',
  'pattern-properties',
  'property-names',
  'tuple',
  'contains',
  'alternative',
  'condition',
  'schema',
]);

function keyOf({ topic, path, detail }: Fact): string {
  return `${topic} ${path.id} ${detail}`;
}

function report(
  fact: Explained,
  effect: Effect,
  other: Explained | undefined,
  pair: SchemaPair,
  comparison: Comparison,
): void {
  const { area, duty, subject, thing } = pair;
  const breaks = effect === 'changed' || (effect === 'narrowed' ? duty.mustNotNarrow : duty.mustNotWiden);
  const matters = breaks && (duty.mustNotNarrow || duty.mustNotWiden);
  const cause = effect === 'changed' && !duty.mustNotNarrow ? other : fact;
  const answer = cause?.answer ?? fact.answer;
  const proven = () => isProven(cause ?? fact, comparison.subsumption((cause ?? fact).from, pair));
  const places = placesOf(fact);
  const place = `${thing} ${fact.path} ${fact.detail}`;
  // Names that are gone are told of by `compareForms`, which sees all alternatives at once.
  const forms = comparison.options.profile !== 'strict' && duty.mustNotNarrow && !duty.mustNotWiden;
  if (forms && effect === 'widened' && goneNames.has(fact.topic)) return;
  if (matters && answer?.kind === 'undecided' && !proven()) {
    const what = `${thing}${at(fact)}: it could not be decided whether this change breaks, because ${answer.reason}`;
    comparison.report({ rule: 'schema-undecided', subject, place, what, ...places, undecided: answer.reason });
    return;
  }
  const what = `${thing}${at(fact)}: ${describeFact({ ...fact, topic: topicOf(fact) }, effect, comparison)}`;
  if (pair.inert === true) {
    const rule = matters ? 'ineffective-keyword-narrowed' : 'ineffective-keyword-widened';
    comparison.report({ rule, subject, place: `${place} ${fact.topic}`, what, ...places });
    return;
  }
  const rule = schemaRuleId(area, topicOf(fact), effect);
  const witness = matters && answer?.kind === 'witness' ? witnessOf(pair, answer, cause ?? fact) : undefined;
  const law = matters ? 'breaking' : 'info';
  const departures = matters ? departuresFor(fact, effect, comparison) : {};
  comparison.report({ rule, subject, place, what, law, departures, witness, ...places });
}

function witnessOf(
  { part, name }: SchemaPair,
  answer: Witness['answer'],
  { from, accepting, refusing }: Explained,
): Witness {
  return { part, name, answer, acceptedBy: from, accepting, refusing };
}

function departuresFor(fact: Explained, effect: Effect, comparison: Comparison): ReturnType<typeof departuresOf> {
  const departures = departuresOf(topicOf(fact), effect === 'narrowed' ? 'input' : 'output', effect);
  if (fact.topic === 'optional-property' && effect === 'widened' && isUndeclared(fact, comparison)) return {};
  if (fact.topic !== 'enum-value' || effect !== 'widened' || departures.standard === undefined) return departures;
  const { before } = comparison;
  const target = fact.receiver.ref === undefined ? undefined : before.schemas.get(fact.receiver.ref);
  if (![fact.receiver, target].some((schema) => schema?.extensions.has('x-extensible-enum') === true))
    return departures;
  const because = 'The list was announced to grow by x-extensible-enum.';
  return { standard: { severity: 'info', because }, 'generated-clients': { severity: 'info', because } };
}

/**
 * Tolerance rests on what senders declare: one that says nothing of its objects but that they are some may send anything
 * under a name that readers know. Where the name is deprecated they were told to stop reading it.
 */
function isUndeclared({ from, sender, receiver }: Explained, { before, after }: Comparison): boolean {
  const [sent, wanted] = from === 'old' ? [before, after] : [after, before];
  if (flatten(receiver, wanted.schemas).some(({ deprecated }) => deprecated)) return false;
  return flatten(sender, sent.schemas).every((part) => describing.every((keyword) => part[keyword] === undefined));
}

const describing = ['properties', 'patternProperties', 'additionalProperties', 'anyOf', 'oneOf', 'if'] as const;

function at({ path }: Fact): string {
  return path.length === 0 ? '' : ` ${path.shown}`;
}

/** null beside the same types is a topic of its own. */
function topicOf(fact: Fact): Fact['topic'] {
  if (fact.topic !== 'type') return fact.topic;
  const [own, wanted] = [fact.sender.types, fact.receiver.types];
  if (own === undefined || wanted === undefined || !own.includes('null')) return 'type';
  return own.every((type) => type === 'null' || wanted.includes(type)) ? 'null' : 'type';
}

function placesOf({ from, sender, receiver }: Explained): Places {
  return from === 'old'
    ? { before: sender.location, after: receiver.location }
    : { before: receiver.location, after: sender.location };
}
