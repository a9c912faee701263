// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { SchemaSet } from './schema-set.ts';
import {
  authFor,
  type Bench,
  baseUrlOf,
  benchFor,
  type Case,
  dispatch,
  type Outcome,
  prepare,
  send,
  verdict,
} from './bench.ts';
import { checkProblem, checkRefusal } from './check-problem.ts';
import { checkResponse } from './check-response.ts';
import { illegalCases } from './illegal-cases.ts';
import type { ContractTestOptions } from './options.ts';
import type { BodyValue, TestedOperation } from './tested-operation.ts';

export interface Contract {
  readonly title: string;
  readonly version: string;
  readonly schemas: SchemaSet;
  readonly operations: Readonly<Record<string, TestedOperation>>;
}

/** Every case of a contract. */
export function casesOf(contract: Contract, options: ContractTestOptions): Case[] {
  const operations = Object.entries(contract.operations).filter(([name]) => !options.skip?.includes(name));
  return [
    ...operations.flatMap(([name, tested]) =>
      operationCases(benchFor({ schemas: contract.schemas, options, name, tested })),
    ),
    { operation: '', claim: 'an unknown path is a 404 problem', run: () => unknownPath(options) },
  ];
}

function operationCases(bench: Bench): Case[] {
  const { name, tested } = bench;
  const bodies: ReadonlyArray<BodyValue | undefined> = tested.bodies.length > 0 ? tested.bodies : [undefined];
  const optional = tested.spec.parameters.some(
    (parameter) =>
      !parameter.required &&
      tested.parameters.some((value) => value.documented && value.name === parameter.name && value.in === parameter.in),
  );
  const legal = bodies.map((body) => ({
    operation: name,
    claim:
      body === undefined
        ? 'a legal request gets a declared response'
        : `a legal request (${body.name}) gets a declared response`,
    run: () => legalRequest(bench, body, false),
  }));
  const complete = {
    operation: name,
    claim: 'a legal request with every documented parameter gets a declared response',
    run: () => legalRequest(bench, bodies[0], true),
  };
  const closed = tested.spec.security.length > 0 && tested.spec.security.every(({ schemes }) => schemes.length > 0);
  const anonymous = {
    operation: name,
    claim: 'a request without credentials is a 401 problem',
    run: () => anonymousRequest(bench),
  };
  return [...legal, ...(optional ? [complete] : []), ...(closed ? [anonymous] : []), ...illegalCases(bench)];
}

/** A legal request must never be refused as illegal, nor fail; with a given state it must succeed. */
async function legalRequest(bench: Bench, body: BodyValue | undefined, everything: boolean): Promise<Outcome> {
  const prepared = await prepare(bench, body, everything);
  if ('kind' in prepared) return prepared;
  const response = await send(bench.options, prepared, await authFor(bench));
  const refused = refusal(response.status, bench.options.given?.[bench.name] !== undefined);
  const faults = await checkResponse(bench.schemas, bench.tested.spec, response);
  return verdict([...(refused === undefined ? [] : [refused]), ...faults]);
}

function refusal(status: number, given: boolean): string | undefined {
  if (status >= 500) return `status ${status}: the service failed`;
  if (given && status >= 400) return `status ${status} although "given" prepared the operation`;
  if ([400, 401, 403, 405, 406, 411, 413, 415, 422, 428].includes(status))
    return `status ${status}: a legal request was refused`;
  return undefined;
}

async function anonymousRequest(bench: Bench): Promise<Outcome> {
  const prepared = await bench.toBeRefused();
  if ('kind' in prepared) return prepared;
  const response = await send(bench.options, prepared, {});
  if (response.status !== 401) return verdict([`status ${response.status} instead of 401`]);
  return verdict(await checkRefusal(bench.schemas, bench.tested.spec, response));
}

async function unknownPath(options: ContractTestOptions): Promise<Outcome> {
  const response = await dispatch(options, new Request(`${baseUrlOf(options)}/no/such/path/in/this/contract`));
  if (response.status !== 404) return verdict([`status ${response.status} instead of 404`]);
  return verdict(await checkProblem(response));
}
