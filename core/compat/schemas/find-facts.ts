import type { Schema, SchemaName, TypeName } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Direction } from '../../contract/walk.ts';
import { type Json, jsonEqual } from '../../source/json.ts';
import type { Subsumption } from '../subsume/index.ts';
import {
  type Alternative,
  alternativesOf,
  closedObject,
  closedUnion,
  partnerOf,
  unionsOf,
  valuesOf,
} from './alternatives.ts';
import { isNullableAsMeant } from './as-meant.ts';
import { claimsOf } from './claims.ts';
import type { Conjoiner } from './conjoin.ts';
import type { Fact, Topic } from './fact.ts';
import { flatten } from './flatten.ts';
import { type Inquiry, markExplained } from './inquiry.ts';
import { itemAt, type Member, matches, memberOf } from './members.ts';
import { isOneWay, requiring } from './one-way.ts';
import { Outline } from './outline.ts';
import { type Path, type Step, under } from './path.ts';
import { Place } from './place.ts';

export interface Finding {
  readonly direction: Direction | undefined;
  readonly subsumption: Subsumption;
  readonly senderSchemas: ReadonlyMap<SchemaName, Schema>;
  readonly receiverSchemas: ReadonlyMap<SchemaName, Schema>;
  readonly conjoiner: Conjoiner;
}

/** A list of legal values, and the part of the schema that it stands in. */
interface Values {
  readonly values: readonly Json[];
  readonly claim: Schema;
  readonly part: Schema;
}

/** Pairs of subschemas looked at for one pair: a bound for contracts made to be slow, out of reach of others. */
const leastPairs = 5_000;
const pairsPerSchema = 50;

/**
 * The reasons why `sender` may send what `receiver` refuses, each at its own place. The receiver's schema is taken apart
 * into claims that together ask for the same as the whole; a claim that the sender meets is no reason.
 */
export function findFacts(sender: Schema, receiver: Schema, path: Path, finding: Finding): readonly Fact[] {
  return new Search(finding).run(sender, receiver, Place.root(path));
}

/** Two schemas to look into. */
interface Pair extends Inquiry {
  readonly sender: Schema;
  readonly receiver: Schema;
  readonly place: Place;
  readonly found: Outline<Fact>;
}

/** A union of the receiver, of which one alternative is looked into: does that explain why it refuses? */
interface OpenUnion extends Inquiry {
  readonly pair: Pair;
  readonly claim: Schema;
  readonly alternatives: readonly Alternative[];
  readonly partner: Alternative | undefined;
}

class Search {
  readonly #finding: Finding;
  readonly #pairs = new Map<Schema, Map<Schema, Pair>>();
  readonly #queue: Pair[] = [];
  readonly #unions: OpenUnion[] = [];
  readonly #mostPairs: number;

  constructor(finding: Finding) {
    this.#finding = finding;
    this.#mostPairs = leastPairs + pairsPerSchema * (finding.senderSchemas.size + finding.receiverSchemas.size);
  }

  run(sender: Schema, receiver: Schema, place: Place): readonly Fact[] {
    const found = new Outline<Fact>();
    this.#add({ sender, receiver, place, found });
    // A list that grows while it is walked: pairs further in come later.
    for (const pair of this.#queue) this.#compare(pair);
    // Unions further in come first: what explains them explains those around them.
    for (const union of this.#unions.toReversed()) if (!union.explained) this.#explain(union);
    return [...found.items()];
  }

  /** Each pair is looked into once, at the place where it is met first, whoever else asks. */
  #add(pair: Omit<Pair, keyof Inquiry>, user?: Inquiry): void {
    const pairs = this.#pairs.get(pair.sender) ?? new Map<Schema, Pair>();
    const known = pairs.get(pair.receiver);
    if (known === undefined && this.#queue.length >= this.#mostPairs) return;
    const added = known ?? { ...pair, users: [], explained: false };
    if (user !== undefined) added.users.push(user);
    if (known === undefined) {
      this.#pairs.set(pair.sender, pairs.set(pair.receiver, added));
      this.#queue.push(added);
    } else if (user !== undefined && known.explained) markExplained(user);
  }

  #compare(pair: Pair): void {
    const { sender, receiver } = pair;
    if (this.#accepts(sender, receiver)) return;
    const { senderSchemas, receiverSchemas, conjoiner } = this.#finding;
    const sent = flatten(sender, senderSchemas);
    const choice = alternativesOf(sent);
    if (choice === undefined) {
      this.#compareParts(pair, sent, flatten(receiver, receiverSchemas));
      return;
    }
    // Each alternative may break for reasons of its own.
    for (const { schema } of choice.alternatives) {
      const one = conjoiner.conjoin([...choice.others, schema], sender);
      this.#add({ sender: one, receiver, place: pair.place, found: pair.found.inside() }, pair);
    }
  }

  #compareParts(pair: Pair, sent: readonly Schema[], wanted: readonly Schema[]): void {
    for (const part of wanted) {
      for (const { topic, detail, schema: asks, isIn } of claimsOf(part)) {
        // What the sender is held to in the same words is no reason, and needs no proof.
        if (sent.some(isIn)) continue;
        const schema = asks();
        if (topic === 'type' && wanted.some(isNullableAsMeant) && addsOnlyNull(sent, part)) {
          this.#check('null-as-meant', detail, pair, schema, part);
        } else if (topic === 'enum') {
          this.#checkValues(pair, sent, { values: part.enum ?? [], claim: schema, part });
        } else this.#check(topic, detail, pair, schema, part);
      }
      this.#checkRequired(pair, sent, part, wanted);
      this.#compareMembers(pair, sent, part);
      this.#compareItems(pair, sent, part);
      for (const { claim, alternatives } of unionsOf(part)) {
        const values = valuesOf(alternatives, this.#finding.receiverSchemas);
        if (values !== undefined) this.#checkValues(pair, sent, { values, claim, part });
        else this.#compareUnion(pair, claim, alternatives);
      }
    }
  }

  #check(topic: Topic, detail: string, pair: Pair, claim: Schema, receiver: Schema): void {
    const { sender, place, found } = pair;
    if (this.#accepts(sender, claim)) return;
    found.add({ topic, detail, path: place.path, place, sender, receiver, claim });
    markExplained(pair);
  }

  #checkValues(pair: Pair, sent: readonly Schema[], { values, claim, part }: Values): void {
    const own = sent.find((each) => each.enum !== undefined)?.enum;
    const missing = own?.filter((value) => !values.some((each) => jsonEqual(value, each))) ?? [];
    for (const value of missing) this.#check('enum-value', JSON.stringify(value), pair, claim, part);
    if (own === undefined) this.#check('enum', '', pair, claim, part);
  }

  #checkRequired(pair: Pair, sent: readonly Schema[], part: Schema, parts: readonly Schema[]): void {
    for (const name of part.required ?? []) {
      const declared = sent.flatMap(({ properties }) => properties?.get(name) ?? []);
      const wanted = parts.flatMap(({ properties }) => properties?.get(name) ?? []);
      const claim = requiring(name, part, wanted, this.#finding);
      const topic = declared.length === 0 ? 'required-property' : 'property-required';
      const travels = !isOneWay([...declared, ...wanted], this.#finding);
      if (travels && sent.some(({ binary, required }) => !binary && required?.includes(name) === true)) continue;
      this.#check(travels ? topic : 'one-way-property', name, pair, claim, wanted[0] ?? part);
    }
  }

  #compareMembers(pair: Pair, sent: readonly Schema[], part: Schema): void {
    for (const [name, wanted] of part.properties ?? []) this.#compareMember(memberOf(name, sent), wanted, name, pair);
    const rest = part.additionalProperties;
    if (rest === undefined || rest.always === true) return;
    const named = new Set<string>(part.properties?.keys() ?? []);
    const matched = (name: string): boolean =>
      [...(part.patternProperties?.keys() ?? [])].some((pattern) => matches(pattern, name));
    for (const name of new Set(sent.flatMap(({ properties }) => [...(properties?.keys() ?? [])]))) {
      if (named.has(name)) continue;
      named.add(name);
      if (!matched(name)) this.#compareMember(memberOf(name, sent), rest, name, pair);
    }
    // `additionalProperties` does not see what patterns match, so they belong into the claim.
    const anything = { ...emptySchema(part.location), always: true };
    const patterns =
      part.patternProperties && new Map([...part.patternProperties.keys()].map((key) => [key, anything]));
    const step = { kind: 'values' } as const;
    const wrap = (inner: Schema): Schema => ({ ...under(step, inner, named), patternProperties: patterns });
    const [value] = sent.flatMap(({ additionalProperties }) => additionalProperties ?? []);
    if (value !== undefined && rest.always === undefined && value.always === undefined) {
      this.#into(pair, step, value, rest, wrap);
    } else {
      this.#check('additional-properties', '', pair, wrap(rest), rest);
    }
  }

  #compareMember(member: Member, wanted: Schema, name: string, pair: Pair): void {
    const step: Step = { kind: 'property', name };
    if (member.kind === 'never' || wanted.always === true) return;
    if (isOneWay([wanted], this.#finding)) {
      this.#check('one-way-property', name, pair, under(step, wanted), wanted);
    } else if (member.kind === 'open') {
      this.#check('optional-property', name, pair, under(step, wanted), wanted);
    } else if (wanted.always === false) {
      this.#check('closed-property', name, pair, under(step, wanted), wanted);
    } else {
      this.#into(pair, step, this.#finding.conjoiner.conjoin(member.schemas, pair.sender), wanted);
    }
  }

  #compareItems(pair: Pair, sent: readonly Schema[], part: Schema): void {
    if (part.items === undefined && part.prefixItems === undefined) return;
    const { conjoiner } = this.#finding;
    const own = part.prefixItems ?? [];
    const longest = Math.max(own.length, ...sent.map(({ prefixItems }) => prefixItems?.length ?? 0));
    if (part.items?.always === false) {
      const claim = { ...emptySchema(part.location), prefixItems: own.map(asAnything), items: part.items };
      this.#check('tuple', '', pair, claim, part);
    }
    for (let index = 0; index < longest; index++) {
      const wanted = own[index] ?? part.items;
      const items = itemAt(index, sent);
      if (wanted === undefined || wanted.always !== undefined || items.some(({ always }) => always === false)) continue;
      this.#into(pair, { kind: 'item', index }, conjoiner.conjoin(items, pair.sender), wanted);
    }
    if (part.items === undefined || part.items.always !== undefined) return;
    const items = itemAt(longest, sent);
    if (items.some(({ always }) => always === false)) return;
    const wrap = (inner: Schema): Schema =>
      longest === 0
        ? under({ kind: 'items' }, inner)
        : { ...under({ kind: 'items' }, inner), prefixItems: Array.from({ length: longest }, () => asAnything(inner)) };
    this.#into(pair, { kind: 'items' }, conjoiner.conjoin(items, pair.sender), part.items, wrap);
  }

  #into(pair: Pair, step: Step, sender: Schema, receiver: Schema, wrap?: (claim: Schema) => Schema): void {
    const place = pair.place.inside(step, pair.sender, wrap);
    this.#add({ sender, receiver, place, found: pair.found.inside() }, pair);
  }

  #compareUnion(pair: Pair, claim: Schema, alternatives: readonly Alternative[]): void {
    if (this.#accepts(pair.sender, claim)) return;
    const { senderSchemas, receiverSchemas } = this.#finding;
    const partner = partnerOf({ schema: pair.sender, schemas: senderSchemas }, alternatives, receiverSchemas);
    const own = { ...pair, found: pair.found.inside(), users: [pair], explained: false };
    const union = { pair: own, claim, alternatives, partner, users: [pair], explained: false };
    this.#unions.push(union);
    if (partner === undefined) return;
    const place = pair.place.given((inner) => ({ ...emptySchema(claim.location), anyOf: [inner, claim] }));
    this.#add({ sender: pair.sender, receiver: partner.schema, place, found: own.found }, union);
  }

  /** Nothing inside tells why, so the union as such does. */
  #explain({ pair, claim, alternatives, partner }: OpenUnion): void {
    const { sender } = pair;
    const { senderSchemas, receiverSchemas } = this.#finding;
    if (claim.oneOf !== undefined && this.#accepts(sender, { ...claim, oneOf: undefined, anyOf: claim.oneOf })) {
      const closed = closedUnion(alternatives, receiverSchemas);
      const own = closedObject(sender, senderSchemas);
      const apart = closed !== undefined && own !== undefined && this.#accepts(own, closed);
      this.#check(apart ? 'alternative-overlap' : 'alternative', '', pair, claim, claim);
    } else this.#check('alternative', '', pair, claim, partner?.schema ?? claim);
  }

  #accepts(sender: Schema, claim: Schema): boolean {
    return this.#finding.subsumption.verdict(sender, claim) === 'contained';
  }
}

/** Whether null is all that the sender's types have beyond those of `part`. */
function addsOnlyNull(sent: readonly Schema[], { types: wanted = [] }: Schema): boolean {
  const isWanted = (type: TypeName): boolean =>
    wanted.includes(type) || (type === 'integer' && wanted.includes('number'));
  return sent.some(({ types }) => types?.includes('null') && types.every((type) => type === 'null' || isWanted(type)));
}

function asAnything({ location }: Schema): Schema {
  return { ...emptySchema(location), always: true };
}
