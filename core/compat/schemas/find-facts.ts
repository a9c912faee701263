import type { Schema, SchemaName } from '../../contract/schema.ts';
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
import { itemAt, type Member, memberOf } from './members.ts';
import { type Path, type Step, under } from './path.ts';

export interface Finding {
  readonly direction: Direction | undefined;
  readonly subsumption: Subsumption;
  readonly senderSchemas: ReadonlyMap<SchemaName, Schema>;
  readonly receiverSchemas: ReadonlyMap<SchemaName, Schema>;
  readonly conjoiner: Conjoiner;
}

/** A pair of places, and how to say "only there" from the root. */
interface Place {
  readonly path: Path;
  readonly wrap: (claim: Schema) => Schema;
}

/** A list of legal values, and the part of the schema that it stands in. */
interface Values {
  readonly values: readonly Json[];
  readonly claim: Schema;
  readonly part: Schema;
}

/** Pairs of subschemas looked at for one pair: a bound for contracts made to be slow. */
const mostPairs = 5_000;

/**
 * The reasons why `sender` may send what `receiver` refuses, each at its own place. The receiver's schema is taken apart
 * into claims that together ask for the same as the whole; a claim that the sender meets is no reason.
 */
export function findFacts(sender: Schema, receiver: Schema, finding: Finding): readonly Fact[] {
  const search = new Search(finding);
  search.compare(sender, receiver, { path: [], wrap: (claim) => claim });
  return search.facts;
}

class Search {
  readonly facts: Fact[] = [];
  readonly #finding: Finding;
  readonly #seen = new Map<Schema, Set<Schema>>();
  #pairs = 0;

  constructor(finding: Finding) {
    this.#finding = finding;
  }

  compare(sender: Schema, receiver: Schema, place: Place): void {
    if (!this.#isNew(sender, receiver) || this.#accepts(sender, receiver)) return;
    const { senderSchemas, receiverSchemas } = this.#finding;
    const sent = flatten(sender, senderSchemas);
    const choice = alternativesOf(sent);
    if (choice !== undefined) {
      // Each alternative may break for reasons of its own.
      for (const { schema } of choice.alternatives) {
        this.compare(this.#finding.conjoiner.conjoin([...choice.others, schema], sender), receiver, place);
      }
      return;
    }
    this.#compareParts(sender, sent, flatten(receiver, receiverSchemas), place);
  }

  #compareParts(sender: Schema, sent: readonly Schema[], wanted: readonly Schema[], place: Place): void {
    for (const part of wanted) {
      for (const { topic, detail, schema } of claimsOf(part)) {
        if (topic === 'type' && wanted.some(isNullableAsMeant) && isNullOnly(sent)) {
          this.#check('null-as-meant', detail, sender, schema, part, place);
        } else if (topic === 'enum')
          this.#checkValues(sender, sent, { values: part.enum ?? [], claim: schema, part }, place);
        else this.#check(topic, detail, sender, schema, part, place);
      }
      this.#checkRequired(sender, sent, part, wanted, place);
      this.#compareMembers(sender, sent, part, place);
      this.#compareItems(sender, sent, part, place);
      for (const { claim, alternatives } of unionsOf(part)) {
        const values = valuesOf(alternatives, this.#finding.receiverSchemas);
        if (values !== undefined) this.#checkValues(sender, sent, { values, claim, part }, place);
        else this.#compareUnion(sender, claim, alternatives, place);
      }
    }
  }

  #check(topic: Topic, detail: string, sender: Schema, claim: Schema, receiver: Schema, place: Place): void {
    const answer = this.#finding.subsumption.decide(sender, claim);
    if (answer.kind === 'contained') return;
    // A format without a definition is told apart by its name.
    const proven = answer.kind === 'witness' || topic === 'format';
    this.facts.push({ topic, detail, path: place.path, sender, receiver, claim: place.wrap(claim), proven });
  }

  #checkValues(sender: Schema, sent: readonly Schema[], { values, claim, part }: Values, place: Place): void {
    const own = sent.find((each) => each.enum !== undefined)?.enum;
    const missing = own?.filter((value) => !values.some((each) => jsonEqual(value, each))) ?? [];
    for (const value of missing) this.#check('enum-value', JSON.stringify(value), sender, claim, part, place);
    if (own === undefined) this.#check('enum', '', sender, claim, part, place);
  }

  #checkRequired(sender: Schema, sent: readonly Schema[], part: Schema, parts: readonly Schema[], place: Place): void {
    for (const name of part.required ?? []) {
      const declared = sent.flatMap(({ properties }) => properties?.get(name) ?? []);
      const wanted = parts.flatMap(({ properties }) => properties?.get(name) ?? []);
      const claim = requiring(name, part, wanted, this.#finding);
      const topic = declared.length === 0 ? 'required-property' : 'property-required';
      const travels = !isOneWay([...declared, ...wanted], this.#finding);
      this.#check(travels ? topic : 'one-way-property', name, sender, claim, wanted[0] ?? part, place);
    }
  }

  #compareMembers(sender: Schema, sent: readonly Schema[], part: Schema, place: Place): void {
    for (const [name, wanted] of part.properties ?? []) {
      this.#compareMember(memberOf(name, sent), wanted, name, sender, place);
    }
    const rest = part.additionalProperties;
    if (rest === undefined || rest.always === true) return;
    const named = new Set<string>(part.properties?.keys() ?? []);
    const matched = (name: string): boolean =>
      [...(part.patternProperties?.keys() ?? [])].some((pattern) => matches(pattern, name));
    for (const name of new Set(sent.flatMap(({ properties }) => [...(properties?.keys() ?? [])]))) {
      if (named.has(name)) continue;
      named.add(name);
      if (!matched(name)) this.#compareMember(memberOf(name, sent), rest, name, sender, place);
    }
    // `additionalProperties` does not see what patterns match, so they belong into the claim.
    const anything = { ...emptySchema(part.location), always: true };
    const patterns =
      part.patternProperties && new Map([...part.patternProperties.keys()].map((key) => [key, anything]));
    const step = { kind: 'values' } as const;
    const wrap = (inner: Schema): Schema => ({ ...under(step, inner, named), patternProperties: patterns });
    const [value] = sent.flatMap(({ additionalProperties }) => additionalProperties ?? []);
    if (value !== undefined && rest.always === undefined && value.always === undefined) {
      this.compare(value, rest, inside(place, step, wrap));
    } else {
      this.#check('additional-properties', '', sender, wrap(rest), rest, place);
    }
  }

  #compareMember(member: Member, wanted: Schema, name: string, sender: Schema, place: Place): void {
    const step: Step = { kind: 'property', name };
    if (member.kind === 'never' || wanted.always === true) return;
    if (isOneWay([wanted], this.#finding)) {
      this.#check('one-way-property', name, sender, under(step, wanted), wanted, place);
      return;
    }
    if (member.kind === 'open') {
      this.#check('optional-property', name, sender, under(step, wanted), wanted, place);
    } else if (wanted.always === false) {
      this.#check('closed-property', name, sender, under(step, wanted), wanted, place);
    } else {
      const value = this.#finding.conjoiner.conjoin(member.schemas, sender);
      this.compare(value, wanted, inside(place, step));
    }
  }

  #compareItems(sender: Schema, sent: readonly Schema[], part: Schema, place: Place): void {
    if (part.items === undefined && part.prefixItems === undefined) return;
    const own = part.prefixItems ?? [];
    const longest = Math.max(own.length, ...sent.map(({ prefixItems }) => prefixItems?.length ?? 0));
    if (part.items?.always === false) {
      this.#check(
        'tuple',
        '',
        sender,
        { ...emptySchema(part.location), prefixItems: own.map(asAnything), items: part.items },
        part,
        place,
      );
    }
    for (let index = 0; index < longest; index++) {
      const wanted = own[index] ?? part.items;
      const [step, items] = [{ kind: 'item', index } as const, itemAt(index, sent)];
      if (wanted === undefined || wanted.always !== undefined || items.some(({ always }) => always === false)) continue;
      this.compare(this.#finding.conjoiner.conjoin(items, sender), wanted, inside(place, step));
    }
    if (part.items === undefined || part.items.always !== undefined) return;
    const items = itemAt(longest, sent);
    if (items.some(({ always }) => always === false)) return;
    const wrap = (inner: Schema): Schema =>
      longest === 0
        ? under({ kind: 'items' }, inner)
        : { ...under({ kind: 'items' }, inner), prefixItems: Array.from({ length: longest }, () => asAnything(inner)) };
    this.compare(this.#finding.conjoiner.conjoin(items, sender), part.items, inside(place, { kind: 'items' }, wrap));
  }

  #compareUnion(sender: Schema, union: Schema, alternatives: readonly Alternative[], place: Place): void {
    if (this.#accepts(sender, union)) return;
    const { senderSchemas, receiverSchemas } = this.#finding;
    const partner = partnerOf({ schema: sender, schemas: senderSchemas }, alternatives, receiverSchemas);
    const before = this.facts.length;
    if (partner !== undefined) {
      const wrap = (claim: Schema): Schema => place.wrap({ ...emptySchema(union.location), anyOf: [claim, union] });
      this.compare(sender, partner.schema, { path: place.path, wrap });
    }
    if (this.facts.length > before) return;
    if (union.oneOf !== undefined && this.#accepts(sender, { ...union, oneOf: undefined, anyOf: union.oneOf })) {
      const closed = closedUnion(alternatives, receiverSchemas);
      const own = closedObject(sender, senderSchemas);
      const apart = closed !== undefined && own !== undefined && this.#accepts(own, closed);
      this.#check(apart ? 'alternative-overlap' : 'alternative', '', sender, union, union, place);
      return;
    }
    this.#check('alternative', '', sender, union, partner?.schema ?? union, place);
  }

  #accepts(sender: Schema, claim: Schema): boolean {
    return this.#finding.subsumption.decide(sender, claim).kind === 'contained';
  }

  #isNew(sender: Schema, receiver: Schema): boolean {
    const known = this.#seen.get(sender) ?? new Set();
    if (known.has(receiver) || this.#pairs >= mostPairs) return false;
    this.#seen.set(sender, known.add(receiver));
    this.#pairs++;
    return true;
  }
}

function inside(place: Place, step: Step, wrap = (claim: Schema): Schema => under(step, claim)): Place {
  return { path: [...place.path, step], wrap: (claim) => place.wrap(wrap(claim)) };
}

function isNullOnly(sent: readonly Schema[]): boolean {
  return sent.some(({ types }) => types?.length === 1 && types[0] === 'null');
}

/** With what says that the property need not travel: the claim alone would not know. */
function requiring(name: string, part: Schema, wanted: readonly Schema[], finding: Finding): Schema {
  const claim = requiredAlone(name, part);
  if (!isOneWay(wanted, finding)) return claim;
  const flags = { readOnly: finding.direction === 'input', writeOnly: finding.direction === 'output' };
  return { ...claim, properties: new Map([[name, { ...emptySchema(part.location), ...flags }]]) };
}

const requirements = new WeakMap<Schema, Map<string, Schema>>();

function requiredAlone(name: string, part: Schema): Schema {
  const known = requirements.get(part) ?? new Map<string, Schema>();
  const claim = known.get(name) ?? { ...emptySchema(part.location), required: [name] };
  requirements.set(part, known.set(name, claim));
  return claim;
}

/** Whether one of the schemas, which may be of either version, says that the property does not travel this way. */
function isOneWay(schemas: readonly Schema[], { direction, senderSchemas, receiverSchemas }: Finding): boolean {
  if (direction === undefined) return false;
  const flag = direction === 'input' ? 'readOnly' : 'writeOnly';
  return schemas.some((schema) =>
    [senderSchemas, receiverSchemas].some((named) => flatten(schema, named).some((part) => part[flag])),
  );
}

function asAnything({ location }: Schema): Schema {
  return { ...emptySchema(location), always: true };
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
