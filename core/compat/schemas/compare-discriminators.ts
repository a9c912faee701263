import { emptySchema } from '../../contract/schemas/draft.ts';
import type { Witness } from '../change.ts';
import type { Comparison, Finding } from '../comparison.ts';
import { announced } from '../rules/note-rules.ts';
import type { SchemaPair } from './compare-schemas.ts';
import { type DiscriminatorValues, discriminatorValues } from './discriminator-values.ts';
import { type Meeting, showValue } from './show-value.ts';

/**
 * Compares by which values alternatives are told apart. Validators leave them alone: the schemas may accept the same, and
 * still a value stands for nothing or for something else. What the schemas tell, they tell better.
 */
export function compareDiscriminators(meeting: Meeting, pair: SchemaPair, comparison: Comparison): readonly Finding[] {
  const { before, after } = comparison;
  const old = discriminatorValues(meeting.before, before.schemas);
  const now = discriminatorValues(meeting.after, after.schemas);
  if (old === undefined || now === undefined) return [];
  return new Discriminators(meeting, pair, comparison).compare(old, now);
}

class Discriminators {
  readonly #meeting: Meeting;
  readonly #pair: SchemaPair;
  readonly #comparison: Comparison;

  constructor(meeting: Meeting, pair: SchemaPair, comparison: Comparison) {
    this.#meeting = meeting;
    this.#pair = pair;
    this.#comparison = comparison;
  }

  compare(old: DiscriminatorValues, now: DiscriminatorValues): readonly Finding[] {
    const common = { before: old.discriminator.location, after: now.discriminator.location };
    const [was, is] = [old.discriminator.propertyName, now.discriminator.propertyName];
    if (was !== is) {
      const what = `the alternatives are told apart by "${is}", before by "${was}"`;
      return [{ rule: 'discriminator-changed', ...common, ...this.#at('', what) }];
    }
    const { mustNotNarrow, mustNotWiden } = this.#pair.duty;
    const found: Finding[] = [];
    for (const value of this.#unknown('old', old, now)) {
      const what = `the discriminator no longer knows the value ${JSON.stringify(value)}`;
      const witness = mustNotNarrow ? this.#shown('old', was, value) : undefined;
      const law = mustNotNarrow ? 'breaking' : 'info';
      found.push({ rule: 'discriminator-value-removed', ...common, ...this.#at(value, what), law, witness });
    }
    for (const value of this.#unknown('new', now, old)) {
      const what = `the discriminator knows a new value (${JSON.stringify(value)})`;
      const rule = 'discriminator-value-added';
      const finding = { rule, ...common, ...this.#at(value, what) };
      if (!mustNotWiden) found.push({ ...finding, law: 'info', departures: {} });
      else {
        const witness = this.#shown('new', was, value);
        // Who has a default for what he does not know was told so (OpenAPI 3.2, defaultMapping).
        const departures = old.discriminator.defaultMapping === undefined ? {} : { departures: announced };
        found.push({ ...finding, witness, ...departures });
      }
    }
    return [...found, ...this.#exchanged(old, now, common)];
  }

  /** What the sender writes and the receiver does not know, though its schemas accept it. */
  #unknown(from: 'old' | 'new', sender: DiscriminatorValues, receiver: DiscriminatorValues): readonly string[] {
    const found: string[] = [];
    for (const [value, name] of sender.sent) {
      if (!receiver.knows(value) && sender.allows(value, name) && !this.#isRefused(from, sender, value))
        found.push(value);
    }
    return found;
  }

  /** Whether the receiver's schemas refuse all that the sender may write with the value, and so tell of it. */
  #isRefused(from: 'old' | 'new', { discriminator, sent }: DiscriminatorValues, value: string): boolean {
    const { before, after } = this.#meeting;
    const [whole, other] = from === 'old' ? [before, after] : [after, before];
    const made = emptySchema(whole.location);
    const { propertyName } = discriminator;
    const properties = new Map([[propertyName, { ...made, enum: [value] }]]);
    const form = { ...made, ref: sent.get(value), types: ['object'] as const, properties, required: [propertyName] };
    const subsumption = this.#comparison.subsumption(from, this.#pair);
    return subsumption.verdict({ ...made, allOf: [whole, form] }, { ...made, not: other }) === 'contained';
  }

  /** Values that stand for another of the alternatives than before. */
  #exchanged(
    old: DiscriminatorValues,
    now: DiscriminatorValues,
    common: Pick<Finding, 'before' | 'after'>,
  ): readonly Finding[] {
    const { before, after, schemas } = this.#comparison;
    return [...old.sent].flatMap(([value, was]): Finding[] => {
      const is = now.sent.get(value);
      if (is === undefined || is === was || !now.forms.has(was) || !old.forms.has(is)) return [];
      if (schemas.same(before.schemas.get(was), after.schemas.get(is))) return [];
      const what = `the discriminator's value ${JSON.stringify(value)} stands for ${is}, before for ${was}`;
      return [{ rule: 'discriminator-value-changed', ...common, ...this.#at(value, what) }];
    });
  }

  #at(detail: string, what: string): Pick<Finding, 'subject' | 'place' | 'what'> {
    const { subject, thing } = this.#pair;
    const { path } = this.#meeting.place;
    const [place, where] = path.length === 0 ? [thing, thing] : [`${thing} ${path}`, `${thing} ${path.shown}`];
    return { subject, place: detail === '' ? place : `${place} ${detail}`, what: `${where}: ${what}` };
  }

  #shown(from: 'old' | 'new', propertyName: string, value: string): Witness | undefined {
    return showValue(value, this.#meeting, { from, pair: this.#pair, comparison: this.#comparison, propertyName });
  }
}
