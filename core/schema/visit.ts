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

interface Fields {
  readonly check: Check;
  readonly violations: Violations;
  readonly place: Place | undefined;
  readonly root: Schema;
  readonly evaluated: Evaluated | undefined;
  readonly trail: Trail | undefined;
  readonly depth: number;
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

  private constructor(fields: Fields) {
    this.check = fields.check;
    this.violations = fields.violations;
    this.root = fields.root;
    this.evaluated = fields.evaluated;
    this.depth = fields.depth;
    this.#place = fields.place;
    this.#trail = fields.trail;
  }

  static start(check: Check, root: Schema, violations: Violations): Visit {
    return new Visit({
      check,
      violations,
      root,
      place: undefined,
      evaluated: undefined,
      trail: undefined,
      depth: 0,
    });
  }

  get pointer(): string {
    let pointer = '';
    for (let at = this.#place; at !== undefined; at = at.parent) pointer = `/${escapeToken(at.key)}${pointer}`;
    return pointer;
  }

  /** A property or item, under its own schema. */
  child(key: string, root: Schema): Visit {
    const place = { parent: this.#place, key };
    return this.#with({ place, root, evaluated: undefined, trail: undefined });
  }

  /** The same value under a schema further in. */
  deeper(): Visit {
    return this.#with({});
  }

  /** The same value behind a reference; undefined when that reference leads in a circle. */
  behind(name: SchemaName): Visit | undefined {
    for (let at = this.#trail; at !== undefined; at = at.before) {
      if (at.name === name) return undefined;
    }
    return this.#with({ trail: { before: this.#trail, name } });
  }

  /** The same value with its own record of what was spoken for: siblings of an `unevaluated…` count, cousins do not. */
  withOwnEvaluated(): Visit {
    return this.#with({ evaluated: new Evaluated() });
  }

  /** The same value under a schema that may fail; nothing reaches this visit unless the caller takes it over. */
  trial(limit = 0): Visit {
    const evaluated = this.evaluated === undefined ? undefined : new Evaluated();
    return this.#with({ violations: new Violations(limit), evaluated });
  }

  violate(schema: Schema, keyword: string, message: () => string): void {
    this.violations.add(() => ({
      pointer: this.pointer,
      keyword,
      message: message(),
      schemaLocation: schema.location,
    }));
  }

  #with(changes: Partial<Fields>): Visit {
    const { check, violations, root, evaluated, depth } = this;
    const place = this.#place;
    const trail = this.#trail;
    return new Visit({ check, violations, root, evaluated, place, trail, depth: depth + 1, ...changes });
  }
}
