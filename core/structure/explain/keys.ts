import type { MetaSchemaObject } from '../meta-schema.ts';

/** The keys of one object that the schemas applied to it know; what none of them knows is an unknown key. */
export class KnownKeys {
  readonly names = new Set<string>();
  readonly patterns = new Set<string>();
  /** True once a schema describes every key, known or not. */
  all = false;

  add(schema: MetaSchemaObject): this {
    for (const name of Object.keys(schema.properties ?? {})) this.names.add(name);
    for (const pattern of Object.keys(schema.patternProperties ?? {})) this.patterns.add(pattern);
    if (schema.additionalProperties !== undefined) this.all = true;
    return this;
  }

  addAll(other: KnownKeys): void {
    for (const name of other.names) this.names.add(name);
    for (const pattern of other.patterns) this.patterns.add(pattern);
    if (other.all) this.all = true;
  }

  has(key: string): boolean {
    return this.all || this.names.has(key) || [...this.patterns].some((pattern) => matches(pattern, key));
  }
}

const compiled = new Map<string, RegExp>();

/** Whether a meta-schema's own pattern occurs in `text`. */
export function matches(pattern: string, text: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(pattern, 'u');
    compiled.set(pattern, expression);
  }
  return expression.test(text);
}
