import * as fc from 'fast-check';
import type { BodyPlan, ContractPlan, OperationPlan } from '../plan.ts';
import { components } from '../shapes/arbitrary.ts';
import { type Dialect, dialects } from '../shapes/print-schema.ts';
import type { Components } from '../shapes/shape.ts';
import { oddName } from '../texts.ts';
import { bodyContent } from './bodies.ts';
import { parameters } from './parameters.ts';
import { responses } from './responses.ts';

/** Contracts of one to three operations in any of the dialects. */
export const contractPlan: fc.Arbitrary<ContractPlan> = fc.constantFrom(...dialects).chain((dialect) =>
  components(dialect).chain((named) =>
    fc
      .uniqueArray(operation(dialect, named), {
        minLength: 1,
        maxLength: 3,
        selector: ({ operationId }) => operationId ?? {},
      })
      .map((operations) => ({
        dialect,
        components: named,
        // Each has a path of its own, so that none can be mistaken for another.
        operations: operations.map((plan, i) => ({ ...plan, path: `/o${i}${plan.path}` })),
      })),
  ),
);

function operation(dialect: Dialect, named: Components): fc.Arbitrary<OperationPlan> {
  return fc
    .record({
      method: fc.constantFrom(...methodsOf(dialect)),
      operationId: fc.option(oddName, { nil: undefined, freq: 5 }),
      literal: fc.constantFrom(
        '',
        '',
        '/pets',
        '/a-b',
        '/x:y',
        '/caf\u00e9',
        '/a b',
        '/~',
        '/a.b',
        '/🐈',
        '/1',
        '/*',
        '/(a)',
        "/'",
      ),
      parameters: parameters(dialect, named),
      body: fc.option(fc.record({ required: fc.boolean(), content: bodyContent(dialect, named, 'request') }), {
        nil: undefined,
        freq: 5,
      }),
      responses: responses(dialect, named),
    })
    .map(({ literal, body, ...plan }): OperationPlan => {
      const inPath = plan.parameters.filter((parameter) => parameter.in === 'path');
      const path = `${literal}${inPath.map(({ name }, i) => (i === 0 ? `/{${name}}` : `/to-{${name}}`)).join('')}`;
      const takesBody = plan.method !== 'get' && plan.method !== 'head';
      return {
        ...plan,
        path,
        ...(takesBody && body !== undefined && { body: dialect === '2.0' ? asFormData(body) : body }),
      };
    });
}

/** In 2.0 a form is required as soon as one of its fields is. */
function asFormData(body: BodyPlan): BodyPlan {
  const shape =
    body.content[0]?.kind === 'form' || body.content[0]?.kind === 'multipart' ? body.content[0].shape : undefined;
  return shape?.kind === 'object' ? { ...body, required: shape.members.some(({ required }) => required) } : body;
}

function methodsOf(dialect: Dialect): string[] {
  const methods = ['get', 'put', 'post', 'post', 'delete', 'options', 'head', 'patch'];
  return dialect === '3.2' ? [...methods, 'query', 'LINK'] : methods;
}
