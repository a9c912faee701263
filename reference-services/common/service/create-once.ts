import type { Transaction } from '../database/database.ts';
import type { IdempotencyKeys, Work } from '../idempotency/idempotency-keys.ts';
import { type Refused, refuse } from './answers.ts';
import type { ServiceContext, ServiceDeps } from './service-deps.ts';

/** What is remembered: something was made, accepted, or proved to be there already. */
export interface CreatedAnswer {
  readonly status: 200 | 201 | 202;
  readonly body: unknown;
  readonly headers: object;
}

/** A service that creates things keeps the keys of its requests. */
export interface CreatingDeps extends ServiceDeps {
  readonly idempotency: IdempotencyKeys;
}

interface CreationInput {
  readonly headers: { readonly 'Idempotency-Key': string };
  readonly path?: { readonly [name: string]: string };
  readonly body: unknown;
}

export type Replayable<Answer extends { readonly headers: object }> = Answer & {
  readonly headers: { readonly 'Idempotency-Replayed': boolean };
};

type CreatedOf<Answer> = Extract<Answer, CreatedAnswer>;
type RefusedOf<Answer> = Exclude<Answer, CreatedAnswer>;

/** Runs a creation once for each `Idempotency-Key`, in one transaction with what is remembered of it. */
export async function createOnce<Answer extends CreatedAnswer | Refused<number>>(
  { deps, principal, operationId }: ServiceContext<CreatingDeps>,
  { headers, path = {}, body }: CreationInput,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Replayable<CreatedOf<Answer>> | RefusedOf<Answer> | Refused<409> | Refused<422>> {
  const request = { tenant: principal.tenant, key: headers['Idempotency-Key'], payload: { operationId, path, body } };
  const outcome = await deps.idempotency.run(
    request,
    async (tx): Promise<Work<CreatedOf<Answer>, RefusedOf<Answer>>> => {
      const answer = await work(tx);
      return isCreated(answer)
        ? { kind: 'done', response: answer }
        : { kind: 'refused', refusal: answer as RefusedOf<Answer> };
    },
  );
  switch (outcome.kind) {
    case 'done':
      if (outcome.replayed) deps.metrics.replays.inc({ operation: operationId });
      return replayable(outcome.response, outcome.replayed);
    case 'refused':
      return outcome.refusal;
    case 'in-progress':
      return refuse(
        'request-in-progress',
        'A request with the same Idempotency-Key is still in progress. Wait, then repeat this request unchanged.',
      );
    case 'other-payload':
      return refuse(
        'idempotency-key-reused',
        'This Idempotency-Key was used for a request with another payload. Make a new key for a new request.',
        [{ parameter: 'Idempotency-Key', detail: 'was first used with another payload' }],
      );
    default:
      return outcome satisfies never;
  }
}

function isCreated<Answer extends CreatedAnswer | Refused<number>>(answer: Answer): answer is CreatedOf<Answer> {
  return answer.status < 300;
}

function replayable<Answer extends CreatedAnswer>(answer: Answer, replayed: boolean): Replayable<Answer> {
  return { ...answer, headers: { ...answer.headers, 'Idempotency-Replayed': replayed } };
}
