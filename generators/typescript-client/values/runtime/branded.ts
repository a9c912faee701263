declare const brand: unique symbol;

/** A text or number that names one kind of thing. It is nothing else at run time than the text or number. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** What the contract demands of an id. */
export interface IdRules {
  /** A number without a fraction. */
  readonly whole?: true;
  readonly format?: 'uuid';
  /** As JSON Schema has it: a regular expression that is found anywhere in the text. */
  readonly pattern?: string;
  /** In code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The value, once it is what an id of that name has to be. */
export function brandedId<Base extends string | number | bigint, Id extends Base>(
  name: string,
  value: Base,
  rules: IdRules,
): Id {
  const reason = faultOf(value, rules);
  if (reason !== undefined) throw new TypeError(`${JSON.stringify(String(value))} is no ${name}: ${reason}.`);
  // The brand exists in the types only.
  return value as Id;
}

function faultOf(value: unknown, rules: IdRules): string | undefined {
  if (rules.whole === true) return Number.isInteger(value) || typeof value === 'bigint' ? undefined : 'not an integer';
  if (typeof value !== 'string') return 'not a text';
  if (rules.format === 'uuid' && !uuid.test(value)) return 'not a UUID';
  if (rules.pattern !== undefined && !new RegExp(rules.pattern, 'u').test(value))
    return `it does not match ${rules.pattern}`;
  const { length } = [...value];
  if (rules.minLength !== undefined && length < rules.minLength) return `shorter than ${rules.minLength}`;
  if (rules.maxLength !== undefined && length > rules.maxLength) return `longer than ${rules.maxLength}`;
  return undefined;
}
