import type { Schema } from '../../contract/schema.ts';
import { jsonEqual } from '../../source/json.ts';
import type { Comparison } from '../comparison.ts';
import type { NoteRule } from '../rules/note-rules.ts';
import { partnerOf } from './alternatives.ts';
import type { SchemaPair } from './compare-schemas.ts';
import { flatten } from './flatten.ts';
import { type Path, printPath } from './path.ts';

/** Compares what schemas say beside the values that they accept: defaults, deprecation, discriminators, encodings. */
export function compareNotes(before: Schema, after: Schema, pair: SchemaPair, comparison: Comparison): void {
  new Notes(pair, comparison).run({ before, after, path: [] });
}

interface Visit {
  readonly before: Schema;
  readonly after: Schema;
  readonly path: Path;
}

class Notes {
  readonly #pair: SchemaPair;
  readonly #comparison: Comparison;
  readonly #seen = new Map<Schema, Set<Schema>>();

  constructor(pair: SchemaPair, comparison: Comparison) {
    this.#pair = pair;
    this.#comparison = comparison;
  }

  /** Depth first and in document order, on a list of its own: schemas may lead to each other thousands of steps deep. */
  run(start: Visit): void {
    const waiting = [start];
    for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
      waiting.push(...this.#compare(visit).reverse());
    }
  }

  /** Compares one pair and returns the pairs inside it. */
  #compare({ before, after, path }: Visit): Visit[] {
    const known = this.#seen.get(before) ?? new Set();
    if (known.has(after) || this.#comparison.schemas.same(before, after)) return [];
    this.#seen.set(before, known.add(after));
    const old = flatten(before, this.#comparison.before.schemas);
    const now = flatten(after, this.#comparison.after.schemas);
    this.#compareHere(old, now, path);
    const inside: Visit[] = [];
    const properties = new Map(now.flatMap((part) => [...(part.properties ?? [])]));
    for (const [name, schema] of old.flatMap((part) => [...(part.properties ?? [])])) {
      const other = properties.get(name);
      if (other !== undefined)
        inside.push({ before: schema, after: other, path: [...path, { kind: 'property', name }] });
    }
    const [items, others] = [old, now].map((parts) => parts.find((part) => part.items !== undefined)?.items);
    if (items !== undefined && others !== undefined) {
      inside.push({ before: items, after: others, path: [...path, { kind: 'items' }] });
    }
    return [...inside, ...this.#alternatives(old, now, path)];
  }

  #alternatives(old: readonly Schema[], now: readonly Schema[], path: Path): Visit[] {
    const candidates = now
      .flatMap(({ anyOf, oneOf }) => [...(anyOf ?? []), ...(oneOf ?? [])])
      .map((schema) => ({ schema }));
    if (candidates.length === 0) return [];
    const { before, after } = this.#comparison;
    return old
      .flatMap(({ anyOf, oneOf }) => [...(anyOf ?? []), ...(oneOf ?? [])])
      .flatMap((schema) => {
        const partner = partnerOf({ schema, schemas: before.schemas }, candidates, after.schemas);
        return partner === undefined ? [] : [{ before: schema, after: partner.schema, path }];
      });
  }

  #compareHere(old: readonly Schema[], now: readonly Schema[], path: Path): void {
    const { direction } = this.#pair;
    const changed = (flag: 'deprecated' | 'readOnly' | 'writeOnly'): 'set' | 'cleared' | undefined => {
      const [was, is] = [old, now].map((parts) => parts.some((part) => part[flag]));
      if (was === is) return undefined;
      return is === true ? 'set' : 'cleared';
    };
    const deprecated = changed('deprecated');
    const readOnly = direction === 'input' ? changed('readOnly') : undefined;
    const writeOnly = direction === 'output' ? changed('writeOnly') : undefined;
    const report = (rule: NoteRule, what: string): void => this.#report(rule, what, old, now, path);
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
    if (was === undefined ? is !== undefined : is === undefined || !jsonEqual(was, is)) {
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
    const [was, is] = [old, now].map(
      (parts) => parts.find(({ discriminator }) => discriminator !== undefined)?.discriminator,
    );
    if (was !== undefined && is !== undefined && was.propertyName !== is.propertyName) {
      report(
        'discriminator-changed',
        `the alternatives are told apart by "${is.propertyName}", before by "${was.propertyName}"`,
      );
    }
    const [coarse, fine] = [old, now].map((parts) => parts.find(({ format }) => precisions.has(format ?? ''))?.format);
    if (coarse !== undefined && fine !== undefined && coarse !== fine) {
      report('number-precision-changed', `the number is a ${fine}, before a ${coarse}`);
    }
    const [before, after] = [old, now].map((parts) => parts.map(contentOf).find((content) => content !== ''));
    if (before !== after && !(old.some(({ binary }) => binary) && now.some(({ binary }) => binary))) {
      report('content-encoding-changed', `the text holds ${after ?? 'plain text'}, before ${before ?? 'plain text'}`);
    }
  }

  #report(rule: NoteRule, what: string, [old]: readonly Schema[], [now]: readonly Schema[], path: Path): void {
    const { subject, thing, at } = this.#pair;
    const where = path.length === 0 ? thing : `${thing} ${printPath(path)}`;
    this.#comparison.report({
      rule,
      subject,
      place: where,
      what: `${where}: ${what}`,
      before: old?.location ?? at.before,
      after: now?.location ?? at.after,
    });
  }
}

const precisions: ReadonlySet<string> = new Set(['float', 'double']);

function contentOf({ contentEncoding, contentMediaType }: Schema): string {
  return [contentMediaType, contentEncoding].filter((text) => text !== undefined).join(' in ');
}
