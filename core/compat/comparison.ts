import type { Contract } from '../contract/model.ts';
import type { Schema } from '../contract/schema.ts';
import type { Direction } from '../contract/walk.ts';
import type { Location } from '../diagnostics/location.ts';
import type { Change, Witness } from './change.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { EventMode, Profile } from './profiles.ts';
import { compatRule } from './rules/index.ts';
import type { CompatRuleInfo, CompatVerdict } from './rules/rule.ts';
import { mentions } from './schemas/as-meant.ts';
import { Conjoiner } from './schemas/conjoin.ts';
import { SameSchema } from './schemas/same-schema.ts';
import { Meanings, Subsumption } from './subsume/index.ts';
import { judge } from './verdict.ts';

export interface CompareOptions {
  readonly profile: Profile;
  readonly eventMode: EventMode;
  /** Whether a sunset has passed; the present by default. */
  readonly now?: Date;
}

export interface Places {
  readonly before: Location;
  readonly after: Location;
}

/** A change as its finder words it. */
export interface Finding extends Places {
  readonly rule: string;
  readonly subject: string;
  /** What the change is about inside the subject, in words that survive moves: `query limit /max`. */
  readonly place: string;
  /** What happened, without a full stop. */
  readonly what: string;
  /** By the law, where it is not what the rule usually weighs: in webhooks and for events. */
  readonly law?: CompatVerdict;
  readonly departures?: CompatRuleInfo['departures'];
  readonly witness?: Witness | undefined;
  readonly undecided?: string | undefined;
}

interface Directed {
  readonly before: Schema | undefined;
  readonly after: Schema | undefined;
  readonly direction: Direction | undefined;
}

const mostSearches = 300;

/** Two contracts while they are compared: what has been learnt of their schemas, and the changes so far. */
export class Comparison {
  readonly before: Contract;
  readonly after: Contract;
  readonly options: CompareOptions;
  readonly now: Date;
  readonly conjoiner = new Conjoiner();
  readonly schemas: SameSchema;
  #asked = 0;
  #meanings: Meanings | undefined;
  #namedOneWay: boolean | undefined;
  readonly #changes = new Map<string, Change>();
  readonly #subsumptions = new Map<string, Subsumption>();

  constructor(before: Contract, after: Contract, options: CompareOptions) {
    this.before = before;
    this.after = after;
    this.options = options;
    this.now = options.now ?? new Date();
    this.schemas = new SameSchema(before.schemas, after.schemas);
  }

  get changes(): readonly Change[] {
    return [...this.#changes.values()];
  }

  /** Decides whether what one version may send is accepted by the other, as far as it travels in a direction. */
  subsumption(sender: 'old' | 'new', { before, after, direction }: Directed): Subsumption {
    const isDirected = direction !== undefined && [before, after].some((schema) => this.#isOneWay(schema));
    const way = isDirected ? direction : undefined;
    const key = `${sender} ${way}`;
    const known = this.#subsumptions.get(key);
    if (known !== undefined) return known;
    const [old, now] = [this.before.schemas, this.after.schemas];
    this.#meanings ??= new Meanings(old, now, this.schemas);
    const options = { meanings: this.#meanings, ...(way === undefined ? {} : { direction: way }) };
    const made = sender === 'old' ? new Subsumption(old, now, options) : new Subsumption(now, old, options);
    this.#subsumptions.set(key, made);
    return made;
  }

  /** False where nothing is read-only or write-only, so that what is learnt of requests is true of responses too. */
  #isOneWay(schema: Schema | undefined): boolean {
    this.#namedOneWay ??= [this.before, this.after].some(({ schemas }) => [...schemas.values()].some(mayBeOneWay));
    return this.#namedOneWay || (schema !== undefined && mayBeOneWay(schema));
  }

  /**
   * Whether one more reason may be shown by a value that is searched for from the root. Nearly all are put together from
   * parts and need no search; beyond some hundreds, a value that shows the whole difference has to do.
   */
  mayAsk(): boolean {
    return this.#asked++ < mostSearches;
  }

  report(finding: Finding): void {
    const { rule, subject, place, what, witness, undecided, before, after } = finding;
    const info = compatRule(rule);
    if (info === undefined) throw new Error(`The rule ${rule} is in no table of core/compat/rules.`);
    const departures = finding.departures ?? info.departures;
    const { verdict, because } = judge(finding.law ?? info.severity, departures, this.options.profile);
    const fingerprint = fingerprintOf(rule, subject, place);
    if (this.#changes.has(fingerprint)) return;
    const message = [`${upperFirst(what)}.`, because, verdict === 'info' ? undefined : info.fix]
      .filter((sentence) => sentence !== undefined)
      .join(' ');
    this.#changes.set(fingerprint, { rule, verdict, message, before, after, subject, witness, undecided, fingerprint });
  }
}

function mayBeOneWay({ location: { source } }: Schema): boolean {
  return mentions(source, 'readOnly') || mentions(source, 'writeOnly');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
