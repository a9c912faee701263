import * as fc from 'fast-check';
import type { ContentPlan, ParameterPlan, Place, StyledPlan } from '../plan.ts';
import { deepShape, filledObject, flatObject, listOf, primitiveOf } from '../shapes/arbitrary.ts';
import type { Dialect } from '../shapes/print-schema.ts';
import type { Components, Shape } from '../shapes/shape.ts';
import { drawValue } from '../shapes/values.ts';
import {
  anyText,
  headerName,
  headerText,
  oddName,
  pathName,
  queryName,
  textWithoutEscapes,
  tokenName,
} from '../texts.ts';

/** Parameters of one operation that a request can tell apart. */
export function parameters(dialect: Dialect, components: Components): fc.Arbitrary<readonly ParameterPlan[]> {
  return fc
    .tuple(
      fc.array(parameter('path', dialect, components), { maxLength: 2 }),
      fc.array(parameter('query', dialect, components), { maxLength: 4 }),
      fc.array(parameter('header', dialect, components), { maxLength: 3 }),
      dialect === '2.0' ? fc.constant([]) : fc.array(parameter('cookie', dialect, components), { maxLength: 3 }),
      dialect === '3.2'
        ? fc.option(parameter('querystring', dialect, components), { nil: undefined, freq: 4 })
        : fc.constant(undefined),
    )
    .map(([path, query, header, cookie, querystring]) => [
      ...distinct(path),
      ...(querystring === undefined ? distinct(query) : [querystring]),
      ...distinct(header),
      ...distinct(cookie),
    ]);
}

function parameter(place: Place, dialect: Dialect, components: Components): fc.Arbitrary<ParameterPlan> {
  return written(place, dialect).chain((how) =>
    shapeFor(place, how, dialect, components).chain((shape) =>
      fc
        .record({
          name: namesOf[place],
          required: place === 'path' ? fc.constant(true) : fc.boolean(),
          preset: fc.option(
            drawValue(shape, { components, text: textFor(place, how), memberName: memberName(place, how) }).map(
              (value) => ({ value }),
            ),
            { nil: undefined, freq: 5 },
          ),
        })
        .map(({ preset, ...rest }): ParameterPlan => {
          // Beside a reference nothing counts before 3.1.
          const isAlone = shape.kind === 'named' && dialect !== '3.1' && dialect !== '3.2';
          const mayBeLeftOut = !rest.required && !isAlone;
          return { in: place, ...rest, shape, written: how, ...(mayBeLeftOut && preset !== undefined && { preset }) };
        }),
    ),
  );
}

const namesOf: Readonly<Record<Place, fc.Arbitrary<string>>> = {
  path: pathName,
  query: queryName,
  header: tokenName,
  cookie: tokenName,
  querystring: oddName,
};

/** How often each is drawn follows how much there is to get wrong. */
function written(place: Place, dialect: Dialect): fc.Arbitrary<StyledPlan | ContentPlan> {
  const styled = fc.record({
    kind: fc.constant('style' as const),
    style: fc.constantFrom(...stylesOf(place, dialect)),
    explode: fc.boolean(),
    allowReserved: place === 'query' && dialect !== '2.0' ? fc.boolean() : fc.constant(false),
  });
  const content = (...types: string[]) =>
    fc.constantFrom(...types).map((type): ContentPlan => ({ kind: 'content', type }));
  if (place === 'querystring') return content('application/x-www-form-urlencoded', 'application/json', 'text/plain');
  if (dialect === '2.0') return styled.map((how) => asCollectionFormat(how, place));
  return fc.oneof({ weight: 8, arbitrary: styled }, { weight: 1, arbitrary: content('application/json') });
}

function stylesOf(place: Place, dialect: Dialect): string[] {
  if (dialect === '2.0')
    return place === 'query' ? ['form', 'spaceDelimited', 'pipeDelimited', 'tabDelimited'] : ['simple'];
  if (place === 'path') return ['simple', 'label', 'matrix'];
  if (place === 'header') return ['simple'];
  if (place === 'cookie') return dialect === '3.2' ? ['form', 'cookie'] : ['form'];
  return ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];
}

/** Of 2.0's formats only `multi` repeats the name. */
function asCollectionFormat(how: StyledPlan, place: Place): StyledPlan {
  return { ...how, explode: place === 'query' && how.style === 'form' && how.explode };
}

function shapeFor(
  place: Place,
  how: StyledPlan | ContentPlan,
  dialect: Dialect,
  components: Components,
): fc.Arbitrary<Shape> {
  const value = primitiveOf(textFor(place, how));
  if (how.kind === 'content') {
    if (how.type === 'application/json') return deepShape(dialect, [...components.keys()]);
    return how.type === 'text/plain' ? value : flatObject(oddName, value, { open: true });
  }
  if (dialect === '2.0') return fc.oneof(value, listOf(value));
  // The members of an exploded object stand among everything else, so further ones could be anybody's.
  const mingles = how.explode && (how.style === 'form' || how.style === 'cookie' || how.style === 'matrix');
  const any = flatObject(memberName(place, how), value, { open: !mingles });
  const object = fc.oneof({ weight: 4, arbitrary: filledObject(any) }, { weight: 1, arbitrary: any });
  if (how.style === 'deepObject') return fc.oneof({ weight: 3, arbitrary: object }, nestedObject(value));
  if (how.style.endsWith('Delimited')) return how.explode ? listOf(value) : fc.oneof(listOf(value), object);
  return fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 5, arbitrary: listOf(value) },
    { weight: 5, arbitrary: object },
    { weight: 1, arbitrary: listOf(object) },
  );
}

/** Deeper than the specification says. */
function nestedObject(value: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> {
  return fc
    .uniqueArray(
      fc.record({
        name: oddName,
        required: fc.boolean(),
        shape: fc.oneof(value, listOf(value), flatObject(oddName, value, { open: false })),
      }),
      { maxLength: 3, selector: ({ name }) => name },
    )
    .map((members): Shape => ({ kind: 'object', members, others: false }));
}

/** Those whose names, and the names of whose members where these mingle with others, no earlier one has. */
function distinct(all: readonly ParameterPlan[]): ParameterPlan[] {
  const taken = new Set<string>();
  return all.filter((one) => {
    const names = [one.name, ...minglingNames(one)].map((name) => (one.in === 'header' ? name.toLowerCase() : name));
    // `a[b]` beside a deep object `a` would be one of its members.
    const stems = names.map((name) => name.replace(/\[.*$/s, ''));
    if ([...names, ...stems].some((name) => taken.has(name)) || new Set(names).size < names.length) return false;
    for (const name of [...names, ...stems]) taken.add(name);
    return true;
  });
}

function minglingNames({ shape, written: how }: ParameterPlan): string[] {
  const mingles = how.kind === 'style' && how.explode && (how.style === 'form' || how.style === 'cookie');
  return mingles && shape.kind === 'object' ? shape.members.map(({ name }) => name) : [];
}

/** Texts that are worth sending where a parameter stands. */
export function textFor(place: Place, how: StyledPlan | ContentPlan): fc.Arbitrary<string> {
  if (travelsRaw(place, how)) return headerText;
  // What is percent-encoded already passes unchanged there (RFC 6570, 3.2.3), and then means what it encodes.
  return how.kind === 'style' && how.allowReserved ? textWithoutEscapes : anyText;
}

export function memberName(place: Place, how: StyledPlan | ContentPlan): fc.Arbitrary<string> {
  if (how.kind === 'content') return oddName;
  if (place === 'path') return pathName;
  return travelsRaw(place, how) ? headerName : oddName;
}

function travelsRaw(place: Place, how: StyledPlan | ContentPlan): boolean {
  return how.kind === 'style' && (place === 'header' || how.style === 'cookie');
}
