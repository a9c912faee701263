import type { SchemaName } from '../../core/contract/schema.ts';
import type { Json } from '../../core/source/json.ts';

/** A schema as a reader wants it told: what it is, which limits it has, what is inside. Combinations are merged. */
export interface SchemaView {
  /** `['array of ', { schema: 'Pet' }]`, `['string (date-time)']`. */
  readonly type: readonly TypePart[];
  /** The name under which the schema is also explained, where `type` already says what it is. */
  readonly named: SchemaName | undefined;
  readonly facts: readonly Fact[];
  /** The values of an `enum`; of the items where `type` is an array. */
  readonly allowed: readonly Json[];
  readonly default: { readonly value: Json } | undefined;
  readonly examples: readonly Json[];
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly fields: readonly FieldView[];
  readonly choices: readonly ChoiceView[];
  /** The schema whose inside is not told here but at its own place. */
  readonly more: SchemaName | undefined;
}

export interface FieldView extends SchemaView {
  readonly name: string;
  /** `pattern` and `any`: the names that a pattern matches, and those that nothing else speaks of. */
  readonly kind: 'member' | 'pattern' | 'any' | 'item';
  readonly required: boolean;
}

/** Alternatives and conditions. */
export interface ChoiceView {
  /** `One of`, `Any of`, `Not`, `Depending on the value`. */
  readonly label: string;
  /** The property that says which alternative it is. */
  readonly discriminator: string | undefined;
  readonly options: readonly OptionView[];
}

export interface OptionView {
  readonly label: string;
  readonly view: SchemaView;
}

/** Text, or a schema to link to. */
export type TypePart = string | { readonly schema: SchemaName };

/** `matches` with the code `^[a-z]+$`; `1 to 40 characters` without. */
export interface Fact {
  readonly text: string;
  readonly code?: string;
}

export const noView: SchemaView = {
  type: [],
  named: undefined,
  facts: [],
  allowed: [],
  default: undefined,
  examples: [],
  description: undefined,
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  fields: [],
  choices: [],
  more: undefined,
};
