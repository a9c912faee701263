import type { Contract } from '../contract/model.ts';
import type { Direction } from '../contract/walk.ts';
import type { Location } from '../diagnostics/location.ts';
import type { Change, Witness } from './change.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { EventMode, Profile } from './profiles.ts';
import { compatRule } from './rules/index.ts';
import type { CompatRuleInfo, CompatVerdict } from './rules/rule.ts';
import { Conjoiner } from './schemas/conjoin.ts';
import { SameSchema } from './schemas/same-schema.ts';
import { Subsumption } from './subsume/index.ts';
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

const mostReasons = 300;

/** Two contracts while they are compared: what has been learnt of their schemas, and the changes so far. */
export class Comparison {
  readonly before: Contract;
  readonly after: Contract;
  readonly options: CompareOptions;
  readonly now: Date;
  readonly conjoiner = new Conjoiner();
  readonly schemas: SameSchema;
  #asked = 0;
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

  /** Decides whether what one version may send is accepted by the other. */
  subsumption(sender: 'old' | 'new', direction: Direction | undefined): Subsumption {
    const key = `${sender} ${direction}`;
    const known = this.#subsumptions.get(key);
    if (known !== undefined) return known;
    const [old, now] = [this.before.schemas, this.after.schemas];
    const options = direction === undefined ? {} : { direction };
    const made = sender === 'old' ? new Subsumption(old, now, options) : new Subsumption(now, old, options);
    this.#subsumptions.set(key, made);
    return made;
  }

  /**
   * Whether one more reason may be shown by a value of its own. Beyond some hundreds nobody reads them, and a value that
   * shows the whole difference has to do for each.
   */
  mayAsk(): boolean {
    return this.#asked++ < mostReasons;
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

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
