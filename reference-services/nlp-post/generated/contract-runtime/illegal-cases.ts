// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ParameterSpec } from './operation.ts';
import { responseFor } from './response-for.ts';
import { authFor, type Bench, type Case, type Outcome, send, verdict } from './bench.ts';
import { checkRefusal } from './check-problem.ts';
import type { Draft } from './draft.ts';
import type { IllegalRequest } from './tested-operation.ts';

/** Requests that are wrong in one way; each must be refused with a declared problem. */
export function illegalCases(bench: Bench): Case[] {
  const { spec, illegal } = bench.tested;
  // Where no status for illegal requests is declared, the contract promises nothing that could be held against anyone.
  if (!['400', '422'].some((status) => responseFor(spec, Number(status)) !== undefined)) return [];
  const missing = spec.parameters
    .filter((parameter) => parameter.required && parameter.in !== 'path')
    .map((parameter) =>
      caseOf(bench, `without the ${parameter.in} parameter ${parameter.name}`, [], (draft) =>
        without(draft, parameter),
      ),
    );
  const wrong = illegal.map((request) =>
    caseOf(bench, claimOf(request), allowedFor(request), (draft) => broken(draft, request)),
  );
  const { body } = spec;
  if (body === undefined) return [...missing, ...wrong];
  const nobody = body.required
    ? [caseOf(bench, 'without a body', [], (draft) => ({ ...draft, body: undefined, contentType: undefined }))]
    : [];
  return [...missing, ...nobody, ...wrong, ...strangeType(bench)];
}

/** Only where 415 is declared: others may call it 400. */
function strangeType(bench: Bench): Case[] {
  const { spec } = bench.tested;
  if (spec.body?.content.some(({ type }) => type.includes('*')) || responseFor(spec, 415) === undefined) return [];
  const change = (draft: Draft): Draft => ({ ...draft, contentType: 'application/x-not-in-the-contract', body: 'x' });
  return [caseOf(bench, 'with a media type that is not declared', [415], change)];
}

function caseOf(bench: Bench, how: string, allowed: readonly number[], change: (draft: Draft) => Draft): Case {
  return {
    operation: bench.name,
    claim: `a request ${how} is a declared problem`,
    run: async () => {
      const draft = await bench.toBeRefused();
      if ('kind' in draft) return draft;
      return judge(bench, allowed, await send(bench.options, change(draft), await authFor(bench)));
    },
  };
}

async function judge(bench: Bench, allowed: readonly number[], response: Response): Promise<Outcome> {
  const { status } = response;
  const expected = [400, 411, 415, 422, 428, ...allowed];
  if (!expected.includes(status)) return verdict([`status ${status}: an illegal request was not refused as one`]);
  const undeclared = responseFor(bench.tested.spec, status) === undefined ? [`status ${status} is not declared`] : [];
  return verdict([...undeclared, ...(await checkRefusal(bench.schemas, bench.tested.spec, response))]);
}

function claimOf(request: IllegalRequest): string {
  if (request.kind !== 'parameter') return `with a body that ${request.why}`;
  return `with the ${request.in} parameter ${request.name} = ${JSON.stringify(request.text)}`;
}

/** What cannot be an identifier cannot be found either. */
function allowedFor(request: IllegalRequest): readonly number[] {
  return request.kind === 'parameter' && request.in === 'path' ? [404] : [];
}

function without(draft: Draft, parameter: ParameterSpec): Draft {
  return { ...draft, texts: new Map([...draft.texts].filter(([other]) => other !== parameter)) };
}

function broken(draft: Draft, request: IllegalRequest): Draft {
  if (request.kind === 'body') return { ...draft, body: request.text };
  if (request.kind === 'member') return { ...draft, body: JSON.stringify(withMember(draft.value, request)) };
  const parameter = draft.operation.parameters.find(
    ({ name, in: place }) => name === request.name && place === request.in,
  );
  if (parameter === undefined) return draft;
  const value = request.in === 'header' ? request.text : encodeURIComponent(request.text);
  const pair =
    request.in === 'query' || request.in === 'cookie' ? `${encodeURIComponent(request.name)}=${value}` : value;
  return { ...draft, texts: new Map(draft.texts).set(parameter, pair) };
}

function withMember(value: unknown, { name, value: member }: IllegalRequest & { readonly kind: 'member' }): unknown {
  if (typeof value !== 'object' || value === null) return member ?? null;
  const others = Object.entries(value).filter(([other]) => other !== name);
  return Object.fromEntries(member === undefined ? others : [...others, [name, member]]);
}
