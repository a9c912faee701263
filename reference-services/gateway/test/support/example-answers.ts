import { Answers } from '../../../../cli/new/http/answer.ts';
import { planOperations } from '../../../../generators/hono-server/plan.ts';
import { projectContract } from '../../../../tests/generators/support/project-contract.ts';

interface Output {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: unknown };
}

/** Handlers that answer what the contract gives as examples, the ones that `new service` writes. */
export function exampleHandlers<Handlers>(service: string): Handlers {
  const { contract } = projectContract(`contracts/${service}/openapi.yaml`);
  if (contract.kind !== 'http') throw new Error(`${service} is no HTTP contract`);
  const answers = new Answers(contract);
  const handlers = planOperations(contract).map(({ name, operation }): [string, () => Output] => {
    const answer = answers.of(operation) ?? { status: 101 };
    return [name, () => answer];
  });
  // One for each operation of the contract, from which `Handlers` is generated; every answer is validated when it is sent.
  return Object.fromEntries(handlers) as Handlers;
}
