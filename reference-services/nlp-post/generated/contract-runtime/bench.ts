// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { SchemaSet } from './schema-set.ts';
import { type Draft, draftRequest, requestOf } from './draft.ts';
import type { ContractTestOptions, Given } from './options.ts';
import type { BodyValue, TestedOperation } from './tested-operation.ts';

/** One claim about a service, and how to find out whether it holds. */
export interface Case {
  readonly operation: string;
  readonly claim: string;
  run(): Promise<Outcome>;
}

export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly detail: string }
  /** Nothing could be tried: the detail says what to add to `given` or to the contract. */
  | { readonly kind: 'skipped'; readonly detail: string };

/** A legal request, or why there is none. */
export type Prepared = Draft | (Outcome & { readonly kind: 'skipped' });

/** What a case needs to do its work. */
export interface Bench {
  readonly schemas: SchemaSet;
  readonly options: ContractTestOptions;
  readonly name: string;
  readonly tested: TestedOperation;
  /** The legal request that all requests to be refused are made from: whoever refuses them changes nothing. */
  readonly toBeRefused: () => Promise<Prepared>;
}

/** The bench of one operation. */
export function benchFor(parts: Omit<Bench, 'toBeRefused'>): Bench {
  let prepared: Promise<Prepared> | undefined;
  return {
    ...parts,
    toBeRefused: () => {
      prepared ??= prepare(parts, parts.tested.bodies[0], false);
      return prepared;
    },
  };
}

/** A legal request on the state that it needs, or the reason why none can be made. */
export async function prepare(
  bench: Omit<Bench, 'toBeRefused'>,
  body: BodyValue | undefined,
  everything: boolean,
): Promise<Prepared> {
  const given: Given = (await bench.options.given?.[bench.name]?.()) ?? {};
  const draft = draftRequest(bench.tested, { given, body, everything });
  if ('operation' in draft) return draft;
  const detail = `no example of ${draft.join(', ')}: add one to the contract, or an entry "${bench.name}" to "given"`;
  return { kind: 'skipped', detail };
}

export function send(
  options: ContractTestOptions,
  draft: Draft,
  auth: Readonly<Record<string, string>>,
): Promise<Response> {
  return dispatch(options, requestOf(draft, baseUrlOf(options), auth));
}

export async function authFor({ options, tested }: Bench): Promise<Readonly<Record<string, string>>> {
  return typeof options.auth === 'function' ? options.auth(tested.spec) : (options.auth ?? {});
}

export function verdict(faults: readonly string[]): Outcome {
  return faults.length === 0 ? { kind: 'passed' } : { kind: 'failed', detail: faults.join('; ') };
}

export async function dispatch(options: ContractTestOptions, request: Request): Promise<Response> {
  return options.request === undefined ? fetch(request) : options.request(request);
}

export function baseUrlOf(options: ContractTestOptions): string {
  const { baseUrl = 'http://localhost' } = options;
  return (typeof baseUrl === 'function' ? baseUrl() : baseUrl).replace(/\/$/, '');
}
