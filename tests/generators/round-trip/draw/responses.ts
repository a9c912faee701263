import * as fc from 'fast-check';
import type { HeaderPlan, MediaPlan, ResponsePlan } from '../plan.ts';
import { deepShape, flatObject, listOf, primitiveOf } from '../shapes/arbitrary.ts';
import type { Dialect } from '../shapes/print-schema.ts';
import type { Components } from '../shapes/shape.ts';
import { headerName, headerText, tokenName } from '../texts.ts';
import { bodyContent } from './bodies.ts';

/** Statuses, ranges and `default`, with and without bodies. */
export function responses(dialect: Dialect, components: Components): fc.Arbitrary<readonly ResponsePlan[]> {
  const statuses =
    dialect === '2.0' ? [...plainStatuses, 'default'] : [...plainStatuses, '2XX', '4XX', '5xx', 'default'];
  const response = fc
    .record({
      status: fc.constantFrom(...statuses),
      headers: fc.uniqueArray(header(dialect, components), {
        maxLength: 3,
        selector: ({ name }) => name.toLowerCase(),
      }),
      content: fc.option(bodyContent(dialect, components, 'response'), { nil: [], freq: 4 }),
    })
    .map((plan): ResponsePlan => (/^(204|205|304)$/.test(plan.status) ? { ...plan, content: [] } : plan));
  return fc
    .uniqueArray(response, { minLength: 1, maxLength: 4, selector: ({ status }) => status })
    .map((all) => (dialect === '2.0' ? producingOne(all) : all));
}

const plainStatuses = [
  '200',
  '200',
  '201',
  '204',
  '205',
  '206',
  '302',
  '304',
  '400',
  '404',
  '409',
  '422',
  '500',
  '503',
];

function header(dialect: Dialect, components: Components): fc.Arbitrary<HeaderPlan> {
  const value = primitiveOf(headerText);
  const name = fc.oneof(
    { weight: 4, arbitrary: tokenName.filter((token) => token !== 'If-Match' && token !== 'Prefer') },
    { weight: 1, arbitrary: fc.constantFrom('Location', 'ETag', 'Retry-After', 'Link') },
  );
  const common = { name, required: fc.boolean() };
  const plain = fc.record({
    ...common,
    explode: dialect === '2.0' ? fc.constant(false) : fc.boolean(),
    shape:
      dialect === '2.0'
        ? fc.oneof(value, listOf(value))
        : fc.oneof(value, listOf(value), flatObject(headerName, value, { open: true })),
    json: fc.constant(false),
  });
  if (dialect === '2.0') return plain;
  const document = fc.record({
    ...common,
    explode: fc.constant(false),
    shape: deepShape(dialect, [...components.keys()]),
    json: fc.constant(true),
  });
  return fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: document });
}

/** In 2.0 all responses of an operation share its media types. */
function producingOne(all: readonly ResponsePlan[]): ResponsePlan[] {
  const shared: readonly MediaPlan[] = all.find(({ content }) => content.length > 0)?.content ?? [];
  return all.map((plan) => (plan.content.length === 0 ? plan : { ...plan, content: shared }));
}
