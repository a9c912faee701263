import type { Discriminator, Schema } from '../../core/contract/schema.ts';
import type { ChoiceView, OptionView, SchemaView } from './schema-view.ts';

/** The alternatives and conditions of a schema, each told by `view`. */
export function choicesOf(schema: Schema, view: (option: Schema) => SchemaView): ChoiceView[] {
  const { oneOf, anyOf, not, discriminator } = schema;
  const conditions = (
    [
      ['If', schema.if],
      ['Then', schema.then],
      ['Else', schema.else],
    ] as const
  ).flatMap(([label, part]) => (part === undefined ? [] : [{ label, view: view(part) }]));
  const dependent = [...(schema.dependentSchemas ?? [])].map(([name, part]) => ({
    label: `With ${name}`,
    view: view(part),
  }));
  const alternatives = (label: string, options: readonly Schema[] | undefined): ChoiceView[] =>
    options === undefined || !worthTelling(options)
      ? []
      : [{ label, discriminator: discriminator?.propertyName, options: optionsOf(options, discriminator, view) }];
  return [
    ...alternatives('One of', oneOf),
    ...alternatives('Any of', anyOf),
    ...(conditions.length + dependent.length === 0
      ? []
      : [{ label: 'Depending on the value', discriminator: undefined, options: [...conditions, ...dependent] }]),
    ...(not === undefined
      ? []
      : [{ label: 'Not', discriminator: undefined, options: [{ label: '', view: view(not) }] }]),
  ];
}

/** Alternatives that are plain types are told by the type text already: `string | null`. */
function worthTelling(options: readonly Schema[]): boolean {
  return options.some((option) => !isPlainType(option));
}

function isPlainType(schema: Schema): boolean {
  const said = Object.entries(schema).filter(
    ([key, value]) =>
      !['location', 'types', 'ref'].includes(key) &&
      value !== undefined &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0) &&
      !(value instanceof Map && value.size === 0),
  );
  return (
    said.length === 0 &&
    schema.ref === undefined &&
    schema.types?.some((type) => type === 'array' || type === 'object') === false
  );
}

function optionsOf(
  options: readonly Schema[],
  discriminator: Discriminator | undefined,
  view: (option: Schema) => SchemaView,
): OptionView[] {
  return options.map((option) => {
    const values = [...(discriminator?.mapping ?? [])]
      .filter(([, name]) => name === option.ref)
      .map(([value]) => value);
    const implied =
      values.length === 0 && discriminator !== undefined && option.ref !== undefined ? [option.ref] : values;
    return { label: implied.join(', ') || (option.ref === undefined ? (option.title ?? '') : ''), view: view(option) };
  });
}
