import type { Schema, SchemaName, TypeName } from '../../contract/schema.ts';
import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Comparison, Finding } from '../comparison.ts';
import { departuresOf, schemaRuleId } from '../rules/schema-rules.ts';
import { topicRules } from '../rules/schema-topics.ts';
import { partnerOf } from './alternatives.ts';
import { boundsAsMeant, boundsOf, isNullableAsMeant } from './as-meant.ts';
import { compareSchemas, type SchemaPair } from './compare-schemas.ts';
import type { Topic } from './fact.ts';
import { flatten } from './flatten.ts';
import { keywordsOf } from './keywords-of-type.ts';
import { Outline } from './outline.ts';
import { Path } from './path.ts';

/**
 * Compares what schemas name, beside what they accept. Most objects are open, so that a value which a schema no longer
 * describes is still accepted by it; but who sends it under its name, or reads by it, is no longer understood.
 */
export function compareForms(before: Schema, after: Schema, pair: SchemaPair, comparison: Comparison): void {
  new Forms(pair, comparison).run(before, after);
}

type Parts = readonly Schema[];

interface Visit {
  readonly before: Parts;
  readonly after: Parts;
  readonly path: Path;
  /** What to report, and what to compare beside. */
  readonly found: Outline<() => void>;
}

type Here = Pick<Visit, 'path' | 'found'>;

class Forms {
  readonly #pair: SchemaPair;
  readonly #comparison: Comparison;
  readonly #seen = new Set<Schema>();

  constructor(pair: SchemaPair, comparison: Comparison) {
    this.#pair = pair;
    this.#comparison = comparison;
  }

  run(before: Schema, after: Schema): void {
    const found = new Outline<() => void>();
    const visits: Visit[] = [{ before: [before], after: [after], path: Path.root(), found }];
    // A list that grows while it is walked: pairs further in come later.
    for (const visit of visits) for (const inside of this.#compare(visit)) visits.push(inside);
    for (const tell of found.items()) tell();
  }

  /** Compares one pair and returns the pairs inside it. */
  #compare({ before, after, path, found }: Visit): readonly Visit[] {
    // Each schema of the old version is looked at where it is met first; that bounds cycles and repetition alike.
    const fresh = before.filter((schema) => !this.#seen.has(schema));
    if (fresh.length === 0 || this.#areSame(before, after)) return [];
    for (const schema of fresh) this.#seen.add(schema);
    const schemas = { old: this.#comparison.before.schemas, now: this.#comparison.after.schemas };
    const old = before.flatMap((schema) => flatten(schema, schemas.old));
    const now = after.flatMap((schema) => flatten(schema, schemas.now));
    const here = { path, found };
    if (this.#pair.duty.mustNotNarrow) this.#compareCounts(old, now, here);
    if (this.#pair.duty.mustNotWiden) this.#compareAlternatives(old, now, here);
    if (this.#pair.inert !== true && alternativesIn([...old, ...now]).length === 0) {
      this.#compareInert(old, now, here);
    }
    if (this.#pair.inert !== true) this.#compareAsMeant(old, now, here);
    return this.#members(everyForm(old, schemas.old), everyForm(now, schemas.now), here);
  }

  #areSame([first, second]: Parts, [other, another]: Parts): boolean {
    return second === undefined && another === undefined && this.#comparison.schemas.same(first, other);
  }

  /** All forms at once: which of them a member belongs to makes no difference to whether it is known. */
  #members(old: Parts, now: Parts, here: Here): readonly Visit[] {
    const inside: Visit[] = [];
    const names = membersOf(now);
    const isOpen = !now.some(
      ({ additionalProperties, patternProperties }) => additionalProperties ?? patternProperties,
    );
    for (const [name, schemas] of membersOf(old)) {
      const others = names.get(name);
      const [schema] = schemas;
      if (others !== undefined) {
        const path = here.path.to({ kind: 'property', name });
        inside.push({ before: schemas, after: others, path, found: here.found.inside() });
      }
      // Where names are refused or described otherwise, the values tell.
      else if (isOpen && this.#pair.duty.mustNotNarrow && schema !== undefined) {
        this.#report('known-property', 'narrowed', name, schema, now, here);
      }
    }
    const [items, others] = [old, now].map((parts) => parts.flatMap((part) => part.items ?? []));
    if (items === undefined || others === undefined || items.length === 0 || others.length === 0) return inside;
    const path = here.path.to({ kind: 'items' });
    return [...inside, { before: items, after: others, path, found: here.found.inside() }];
  }

  /** An alternative may be gone although another one accepts its values: as that other thing. */
  #compareCounts(old: Parts, now: Parts, here: Here): void {
    const { before, after } = this.#comparison;
    const forms = formsIn(old, before.schemas);
    const left = formsIn(now, after.schemas).map((schema) => ({ schema }));
    if (left.length === 0 || forms.length <= left.length) return;
    for (const schema of forms) {
      const partner = partnerOf({ schema, schemas: before.schemas }, left, after.schemas);
      if (partner !== undefined) left.splice(left.indexOf(partner), 1);
      else this.#report('known-form', 'narrowed', '', schema, now, here);
    }
  }

  #compareAlternatives(old: Parts, now: Parts, here: Here): void {
    const { before, after } = this.#comparison;
    const known = membersOf(everyForm(old, before.schemas));
    if (known.size === 0) return;
    for (const schema of alternativesIn(now)) {
      const names = [...membersOf(everyForm(flatten(schema, after.schemas), after.schemas)).keys()];
      if (names.length === 0 || names.some((name) => known.has(name))) continue;
      this.#report('known-form', 'widened', '', old[0] ?? schema, [schema], here);
    }
  }

  #report(topic: Topic, effect: 'narrowed' | 'widened', detail: string, old: Schema, [now]: Parts, here: Here): void {
    const { area, subject, thing, at } = this.#pair;
    const { path, found } = here;
    const where = path.length === 0 ? thing : `${thing} ${path.shown}`;
    const named = detail === '' ? '' : ` (${JSON.stringify(detail)})`;
    const departures = departuresOf(topic, effect === 'narrowed' ? 'input' : 'output', effect);
    const finding: Finding = {
      rule: schemaRuleId(area, topic, effect),
      subject,
      place: `${thing} ${path} ${detail}`,
      what: `${where}: ${topicRules[topic][effect].what}${named}`,
      law: 'info',
      departures,
      before: old.location,
      after: now?.location ?? at.after,
    };
    found.add(() => this.#comparison.report(finding));
  }

  /** Keywords that the dialect does not know in this form. */
  #compareAsMeant(old: Parts, now: Parts, here: Here): void {
    const [first, other] = [old[0], now[0]];
    if (first === undefined || other === undefined) return;
    const where = this.#thingAt(here.path);
    const compare = (before: Schema, after: Schema, keyword: string): void => {
      const pair = { ...this.#pair, before, after, thing: `${where} (what ${keyword} means)`, inert: true } as const;
      here.found.add(() => compareSchemas(pair, this.#comparison));
    };
    if ([...old, ...now].some(isNullableAsMeant)) {
      const [was, is] = [old, now].map((parts): readonly TypeName[] =>
        allowsNull(parts) ? ['null', 'object'] : ['object'],
      );
      compare(
        { ...emptySchema(first.location), types: was },
        { ...emptySchema(other.location), types: is },
        'nullable',
      );
    }
    const [bounded, bounding] = [old, now].map((parts) => parts.find((part) => boundsAsMeant(part) !== undefined));
    if (bounded === undefined && bounding === undefined) return;
    const [was, is] = [bounded ?? first, bounding ?? other];
    compare(boundsAsMeant(was) ?? boundsOf(was), boundsAsMeant(is) ?? boundsOf(is), 'exclusive bounds');
  }

  #thingAt(path: Path): string {
    return path.length === 0 ? this.#pair.thing : `${this.#pair.thing} ${path}`;
  }

  /** Keywords beside a type that they do not apply to. */
  #compareInert(old: Parts, now: Parts, here: Here): void {
    const [was, is] = [typesIn(old), typesIn(now)];
    if (was === undefined || is === undefined) return;
    for (const type of ['number', 'string', 'array', 'object'] as const) {
      if ([...was, ...is].some((each) => each === type || (type === 'number' && each === 'integer'))) continue;
      const [before, after] = [asType(type, old), asType(type, now)];
      if (before === undefined && after === undefined) continue;
      const thing = `${this.#thingAt(here.path)} (what applies to type ${type})`;
      const open = { ...emptySchema(old[0]?.location ?? this.#pair.at.before), types: [type] };
      const pair = { ...this.#pair, before: before ?? open, after: after ?? open, thing, inert: true } as const;
      here.found.add(() => compareSchemas(pair, this.#comparison));
    }
  }
}

function allowsNull(parts: Parts): boolean {
  return [...parts, ...alternativesIn(parts)].some(
    (part) => part.types?.includes('null') === true || isNullableAsMeant(part),
  );
}

function typesIn(parts: Parts): readonly TypeName[] | undefined {
  return parts.find(({ types }) => types !== undefined)?.types;
}

/** What `parts` ask of values of `type`; undefined when nothing. */
function asType(type: TypeName, parts: Parts): Schema | undefined {
  const picked = parts.flatMap((part) => {
    const keywords = keywordsOf(type).filter((keyword) => part[keyword] !== undefined && part[keyword] !== false);
    if (keywords.length === 0) return [];
    const copied = Object.fromEntries(keywords.map((keyword) => [keyword, part[keyword]]));
    return [{ ...emptySchema(part.location), types: [type], ...copied }];
  });
  const [first] = picked;
  if (first === undefined) return undefined;
  return picked.length === 1 ? first : { ...emptySchema(first.location), allOf: picked };
}

/** The alternatives that are objects with properties. */
function formsIn(parts: Parts, schemas: ReadonlyMap<SchemaName, Schema>): Parts {
  return alternativesIn(parts).filter((schema) => membersOf(everyForm(flatten(schema, schemas), schemas)).size > 0);
}

function alternativesIn(parts: Parts): Parts {
  return parts.flatMap(({ anyOf, oneOf }) => [...(anyOf ?? []), ...(oneOf ?? [])]);
}

/** The parts of every form that the value may have. */
function everyForm(parts: Parts, schemas: ReadonlyMap<SchemaName, Schema>): Parts {
  const found = new Set<Schema>();
  const open = [...parts];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (found.has(part)) continue;
    found.add(part);
    const branches = [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.dependentSchemas?.values() ?? [])];
    for (const branch of [...branches, part.then ?? [], part.else ?? []].flat()) open.push(...flatten(branch, schemas));
  }
  return [...found];
}

function membersOf(parts: Parts): ReadonlyMap<string, Parts> {
  const found = new Map<string, Schema[]>();
  for (const { properties } of parts) {
    for (const [name, schema] of properties ?? []) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [schema]);
      else known.push(schema);
    }
  }
  return found;
}
