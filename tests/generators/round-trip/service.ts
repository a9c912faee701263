import type { HttpContract } from '../../../core/contract/model.ts';
import { contractFrom } from '../support/contract.ts';
import type { App, Loader } from './load.ts';
import { plain } from './plain.ts';
import type { ContractPlan } from './plan.ts';
import { printDocument } from './print/print-document.ts';

/** A generated client in front of the generated server of the same contract, and what passes between them. */
export interface Service {
  /** One function for each operation of the plan, in its order. */
  readonly calls: readonly ((input: unknown) => Promise<unknown>)[];
  readonly app: App;
  /** What the next handler answers. */
  answer: () => unknown;
  /** What happened since `reset`. */
  readonly log: Log;
  reset(): void;
}

export interface Log {
  /** The input of each handler that was called, bytes read. */
  readonly inputs: unknown[];
  readonly responses: Response[];
  /** Answers that broke the contract. */
  readonly violations: unknown[];
  /** Handlers or middleware that failed. */
  readonly errors: unknown[];
}

export async function startService(plan: ContractPlan, loader: Loader): Promise<Service> {
  const contract = contractFrom(JSON.stringify(printDocument(plan)), 'openapi.json');
  if (contract.kind !== 'http') throw new Error('An OpenAPI document was read as something else.');
  const { createClient, createRoutes, handlerNames, callNames } = await loader.load(contract);
  const log: Log = { inputs: [], responses: [], violations: [], errors: [] };
  const handler = async (input: unknown) => {
    log.inputs.push(await plain(input));
    return service.answer();
  };
  const app = createRoutes(Object.fromEntries(handlerNames.map((name) => [name, handler])), {
    deps: {},
    validateResponses: true,
    onResponseViolation: (violation) => log.violations.push(violation),
    onError: (error) => log.errors.push(error),
  });
  const client = createClient({
    baseUrl: 'https://api.example.com',
    fetch: async (request: Request) => {
      const response = await app.fetch(request);
      log.responses.push(response.clone());
      return response;
    },
  });
  const service: Service = {
    calls: callsInOrder(
      plan,
      contract,
      callNames.map((name) => client[name]),
    ),
    app,
    answer: () => undefined,
    log,
    reset: () => {
      for (const list of Object.values(log)) list.length = 0;
    },
  };
  return service;
}

function callsInOrder<Call>(plan: ContractPlan, contract: HttpContract, calls: readonly (Call | undefined)[]): Call[] {
  return plan.operations.map(({ path }) => {
    const call = calls[contract.operations.findIndex((operation) => operation.path === path)];
    if (call === undefined) throw new Error(`The client has no function for ${path}`);
    return call;
  });
}
