import type { Schema, SchemaName } from '../contract/schema.ts';
import type { Direction } from '../contract/walk.ts';
import { escapeToken } from '../source/pointer.ts';
import type { CheckBudget } from './budget.ts';
import { Evaluated } from './evaluated.ts';
import { Violations } from './violation.ts';

/** What stays the same while one value is checked. */
export interface Check {
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  readonly direction: Direction | undefined;
  readonly budget: CheckBudget;
}

/** Where in the value we are. A pointer is written only when a violation needs it. */
interface Place {
  readonly parent: Place | undefined;
  readonly key: string;
}

/** The references followed at this very value: meeting one again means no progress. */
interface Trail {
  readonly before: Trail | undefined;
  readonly name: SchemaName;
}

/** One value under one or more schemas, on the way through both. */
export class Visit {
  readonly check: Check;
  readonly violations: Violations;
  /** The schema that was applied to this value first; others are reached from it in place. */
  readonly root: Schema;
  /** Collects what was spoken for, when an `unevaluated…` around here will ask. */
  readonly evaluated: Evaluated | undefined;
  /** How many schemas deep we are, in place or below. */
  readonly depth: number;
  readonly #place: Place | undefined;
  readonly #trail: Trail | undefined;

  /** One is made for every schema that is applied to a value, so each field is passed as it is. */
  private constructor(
    check: Check,
    violations: Violations,
    root: Schema,
    evaluated: Evaluated | undefined,
    place: Place | undefined,
    trail: Trail | undefined,
    depth: number,
  ) {
    this.check = check;
    this.violations = violations;
    this.root = root;
    this.evaluated = evaluated;
    this.#place = place;
    this.#trail = trail;
    this.depth = depth;
  }

  static start(check: Check, root: Schema, violations: Violations): Visit {
    return new Visit(check, violations, root, undefined, undefined, undefined, 0);
  }

  get pointer(): string {
    let pointer = '';
    for (let at = this.#place; at !== undefined; at = at.parent) pointer = `/${escapeToken(at.key)}${pointer}`;
    return pointer;
  }

  /** A property or item, under its own schema. */
  child(key: string, root: Schema): Visit {
    const place = { parent: this.#place, key };
    return new Visit(this.check, this.violations, root, undefined, place, undefined, this.depth + 1);
  }

  /** The same value under a schema further in. */
  deeper(): Visit {
    return this.#sameValue(this.violations, this.evaluated, this.#trail);
  }

  /** The same value behind a reference; undefined when that reference leads in a circle. */
  behind(name: SchemaName): Visit | undefined {
    for (let at = this.#trail; at !== undefined; at = at.before) {
      if (at.name === name) return undefined;
    }
    return this.#sameValue(this.violations, this.evaluated, { before: this.#trail, name });
  }

  /** The same value with its own record of what was spoken for: siblings of an `unevaluated…` count, cousins do not. */
  withOwnEvaluated(): Visit {
    return this.#sameValue(this.violations, new Evaluated(), this.#trail);
  }

  /** The same value under a schema that may fail; nothing reaches this visit unless the caller takes it over. */
  trial(limit = 0): Visit {
    const evaluated = this.evaluated === undefined ? undefined : new Evaluated();
    return this.#sameValue(new Violations(limit), evaluated, this.#trail);
  }

  violate(schema: Schema, keyword: string, message: () => string): void {
    this.violations.add(() => ({
      pointer: this.pointer,
      keyword,
      message: message(),
      schemaLocation: schema.location,
    }));
  }

  #sameValue(violations: Violations, evaluated: Evaluated | undefined, trail: Trail | undefined): Visit {
    return new Visit(this.check, violations, this.root, evaluated, this.#place, trail, this.depth + 1);
  }
}
