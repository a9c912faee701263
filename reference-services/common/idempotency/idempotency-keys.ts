import type { Clock } from '../clock.ts';
import type { Database, Queryable, Transaction } from '../database/database.ts';
import { fingerprint } from '../fingerprint.ts';

export interface IdempotentRequest {
  readonly tenant: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** Everything that makes the request what it is: the operation, its path parameters and its body. */
  readonly payload: unknown;
}

/** What the work came to. Only what was done is remembered: a refusal changed nothing, so its key stays free. */
export type Work<Response, Refusal> =
  | { readonly kind: 'done'; readonly response: Response }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Idempotent<Response, Refusal> =
  | { readonly kind: 'done'; readonly response: Response; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'other-payload' };

export type IdempotencyKeys = ReturnType<typeof createIdempotencyKeys>;

const lifetimeMs = 24 * 60 * 60 * 1000;

/** Thrown to roll a transaction back without losing why. */
class Refusal extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super('refused');
    this.refusal = refusal;
  }
}

/** An identifier that code has written, never one that came from outside: it goes into SQL as it is. */
export type KeysTable = 'idempotency_keys' | `${string}_idempotency_keys`;

/**
 * Keys and the responses stored under them. Key, response and work are written in one transaction, so a crash can never
 * leave one without the others. Services that share a database have a table each.
 */
export function createIdempotencyKeys(database: Database, clock: Clock, table: KeysTable = 'idempotency_keys') {
  return { run, sweep };

  /** Does the work once for each key. */
  async function run<Response, Refused>(
    request: IdempotentRequest,
    work: (tx: Transaction) => Promise<Work<Response, Refused>>,
  ): Promise<Idempotent<Response, Refused>> {
    try {
      return await database.transaction((tx) => runIn(tx, request, work));
    } catch (error) {
      // Only runIn throws it, with what this very work answered.
      if (error instanceof Refusal) return { kind: 'refused', refusal: error.refusal as Refused };
      throw error;
    }
  }

  async function runIn<Response, Refused>(
    tx: Transaction,
    request: IdempotentRequest,
    work: (tx: Transaction) => Promise<Work<Response, Refused>>,
  ): Promise<Idempotent<Response, Refused>> {
    // An insert would wait for the other transaction; the lock says at once that there is one. It ends with ours.
    if (!(await tryLock(tx, table, request))) return { kind: 'in-progress' };
    const digest = fingerprint(request.payload);
    const stored = await find<Response>(tx, request);
    if (stored !== undefined && stored.fingerprint !== digest) return { kind: 'other-payload' };
    if (stored !== undefined) return { kind: 'done', response: stored.response, replayed: true };
    const outcome = await work(tx);
    if (outcome.kind === 'refused') throw new Refusal(outcome.refusal);
    await store(tx, request, digest, outcome.response);
    return { kind: 'done', response: outcome.response, replayed: false };
  }

  /** Forgets keys whose day is over, and says how many. */
  async function sweep(): Promise<number> {
    const gone = await database.query(`DELETE FROM ${table} WHERE expires_at <= $1 RETURNING key`, [
      clock().toISOString(),
    ]);
    return gone.length;
  }

  async function find<Response>(
    tx: Queryable,
    { tenant, key }: IdempotentRequest,
  ): Promise<{ readonly fingerprint: string; readonly response: Response } | undefined> {
    const [row] = await tx.query<{ fingerprint: string; response: string }>(
      `SELECT fingerprint, response FROM ${table} WHERE tenant_id = $1 AND key = $2 AND expires_at > $3`,
      [tenant, key, clock().toISOString()],
    );
    // The fingerprint covers the operation, so what was stored is what this operation answers.
    return row && { fingerprint: row.fingerprint, response: JSON.parse(row.response) as Response };
  }

  async function store(
    tx: Queryable,
    { tenant, key }: IdempotentRequest,
    digest: string,
    response: unknown,
  ): Promise<void> {
    const now = clock();
    const expiry = new Date(now.getTime() + lifetimeMs).toISOString();
    // A row that is there has expired. Were two requests to get past the lock, the second would find a row that has not.
    const rows = await tx.query(
      `INSERT INTO ${table} (tenant_id, key, fingerprint, response, expires_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, key) DO UPDATE SET fingerprint = excluded.fingerprint, response = excluded.response,
         expires_at = excluded.expires_at
       WHERE ${table}.expires_at <= $6 RETURNING key`,
      [tenant, key, digest, JSON.stringify(response), expiry, now.toISOString()],
    );
    if (rows.length === 0) throw new Error('The key of a request was taken while the request held its lock.');
  }
}

async function tryLock(tx: Queryable, table: KeysTable, { tenant, key }: IdempotentRequest): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked',
    [`${table} ${tenant} ${key}`],
  );
  return row?.locked === true;
}
