import type { Schema } from '../../contract/schema.ts';
import { jsonEqual } from '../../source/json.ts';
import type { Comparison, Finding } from '../comparison.ts';
import type { NoteRule } from '../rules/note-rules.ts';
import { partnerOf } from './alternatives.ts';
import { compareAnnouncedValues } from './compare-announced-values.ts';
import { compareDiscriminators } from './compare-discriminators.ts';
import type { SchemaPair } from './compare-schemas.ts';
import { flatten } from './flatten.ts';
import { Outline } from './outline.ts';
import { Place } from './place.ts';

/** Compares what schemas say beside the values that they accept: defaults, deprecation, discriminators, encodings. */
export function compareNotes(before: Schema, after: Schema, pair: SchemaPair, comparison: Comparison): void {
  new Notes(pair, comparison).run(before, after);
}

interface Visit {
  readonly before: Schema;
  readonly after: Schema;
  readonly place: Place;
  readonly found: Outline<Finding>;
}

class Notes {
  readonly #pair: SchemaPair;
  readonly #comparison: Comparison;
  readonly #seen = new Map<Schema, Set<Schema>>();

  constructor(pair: SchemaPair, comparison: Comparison) {
    this.#pair = pair;
    this.#comparison = comparison;
  }

  run(before: Schema, after: Schema): void {
    const found = new Outline<Finding>();
    const visits: Visit[] = [{ before, after, place: Place.root(), found }];
    const wholes = { before, after };
    // A list that grows while it is walked: pairs further in come later.
    for (const visit of visits) for (const inside of this.#compare(visit, wholes)) visits.push(inside);
    for (const finding of found.items()) this.#comparison.report(finding);
  }

  /** Compares one pair and returns the pairs inside it. */
  *#compare({ before, after, place, found }: Visit, wholes: Pick<Visit, 'before' | 'after'>): Generator<Visit> {
    const known = this.#seen.get(before) ?? new Set();
    if (known.has(after) || this.#comparison.schemas.same(before, after)) return;
    this.#seen.set(before, known.add(after));
    const old = flatten(before, this.#comparison.before.schemas);
    const now = flatten(after, this.#comparison.after.schemas);
    this.#compareHere(old, now, place.path, found);
    const meeting = { before, after, place, wholes };
    for (const compare of [compareDiscriminators, compareAnnouncedValues]) {
      for (const finding of compare(meeting, this.#pair, this.#comparison)) found.add(finding);
    }
    const properties = new Map(now.flatMap((part) => [...(part.properties ?? [])]));
    for (const [name, schema] of old.flatMap((part) => [...(part.properties ?? [])])) {
      const other = properties.get(name);
      if (other === undefined) continue;
      yield {
        before: schema,
        after: other,
        place: place.inside({ kind: 'property', name }, before),
        found: found.inside(),
      };
    }
    const [items, others] = [old, now].map((parts) => parts.find((part) => part.items !== undefined)?.items);
    if (items !== undefined && others !== undefined) {
      yield { before: items, after: others, place: place.inside({ kind: 'items' }, before), found: found.inside() };
    }
    for (const pair of this.#alternatives(old, now)) yield { ...pair, place, found: found.inside() };
  }

  *#alternatives(old: readonly Schema[], now: readonly Schema[]): Generator<Pick<Visit, 'before' | 'after'>> {
    const candidates = alternativesIn(now).map((schema) => ({ schema }));
    if (candidates.length === 0) return;
    const { before, after } = this.#comparison;
    for (const schema of alternativesIn(old)) {
      const partner = partnerOf({ schema, schemas: before.schemas }, candidates, after.schemas);
      if (partner !== undefined) yield { before: schema, after: partner.schema };
    }
  }

  #compareHere(old: readonly Schema[], now: readonly Schema[], path: Place['path'], found: Outline<Finding>): void {
    const { direction } = this.#pair;
    const changed = (flag: 'deprecated' | 'readOnly' | 'writeOnly'): 'set' | 'cleared' | undefined => {
      const [was, is] = [old, now].map((parts) => parts.some((part) => part[flag]));
      if (was === is) return undefined;
      return is === true ? 'set' : 'cleared';
    };
    const deprecated = changed('deprecated');
    const readOnly = direction === 'input' ? changed('readOnly') : undefined;
    const writeOnly = direction === 'output' ? changed('writeOnly') : undefined;
    const report = (rule: NoteRule, what: string): void => {
      const { subject, thing, at } = this.#pair;
      const places = { before: old[0]?.location ?? at.before, after: now[0]?.location ?? at.after };
      const [place, where] = path.length === 0 ? [thing, thing] : [`${thing} ${path}`, `${thing} ${path.shown}`];
      found.add({ rule, subject, place, what: `${where}: ${what}`, ...places });
    };
    if (deprecated !== undefined) {
      report(
        deprecated === 'set' ? 'property-deprecated' : 'property-reactivated',
        `is ${deprecated === 'set' ? '' : 'no longer '}deprecated`,
      );
    }
    if (readOnly === 'set') report('property-became-read-only', 'is read-only now');
    if (readOnly === 'cleared') report('property-became-writable', 'is no longer read-only');
    if (writeOnly === 'set') report('property-became-write-only', 'is write-only now');
    if (writeOnly === 'cleared') report('property-became-readable', 'is no longer write-only');
    const [was, is] = [old, now].map((parts) => parts.find((part) => part.default !== undefined)?.default?.value);
    const isTold = path.length === 0 && this.#pair.defaultIsTold === true;
    if (!isTold && (was === undefined ? is !== undefined : is === undefined || !jsonEqual(was, is))) {
      report(
        'property-default-changed',
        `the default was ${JSON.stringify(was) ?? 'not given'} and is ${JSON.stringify(is) ?? 'not given'}`,
      );
    }
    this.#compareReading(old, now, report);
  }

  /** How a reader makes sense of the value. */
  #compareReading(
    old: readonly Schema[],
    now: readonly Schema[],
    report: (rule: NoteRule, what: string) => void,
  ): void {
    const [coarse, fine] = [old, now].map((parts) => parts.find(({ format }) => precisions.has(format ?? ''))?.format);
    if (coarse !== undefined && fine !== undefined && coarse !== fine) {
      report('number-precision-changed', `the number is a ${fine}, before a ${coarse}`);
    }
    const [before, after] = [old, now].map((parts) => parts.map(contentOf).find((content) => content !== ''));
    if (before !== after && !(old.some(({ binary }) => binary) && now.some(({ binary }) => binary))) {
      report('content-encoding-changed', `the text holds ${after ?? 'plain text'}, before ${before ?? 'plain text'}`);
    }
  }
}

function alternativesIn(parts: readonly Schema[]): readonly Schema[] {
  return parts.flatMap(({ anyOf, oneOf }) => [...(anyOf ?? []), ...(oneOf ?? [])]);
}

const precisions: ReadonlySet<string> = new Set(['float', 'double']);

function contentOf({ contentEncoding, contentMediaType }: Schema): string {
  return [contentMediaType, contentEncoding].filter((text) => text !== undefined).join(' in ');
}
