/** Runs SQL with positional parameters (`$1`). The same statements run on PostgreSQL and on the embedded database. */
export interface Queryable {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Several statements without parameters, such as a migration. */
  script(sql: string): Promise<void>;
}

/** What a transaction is worked with. */
export interface Transaction extends Queryable {
  /** Calls `then` once the transaction is committed, and never when it is rolled back. It must not throw. */
  afterCommit(then: () => void): void;
}

export interface Database extends Queryable {
  readonly kind: 'embedded' | 'postgres';
  /** Commits when `work` resolves and rolls back when it rejects. Inside it, use only the given handle. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** How many connections there are, for the metrics. */
  pool(): PoolState;
  close(): Promise<void>;
}

export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}
