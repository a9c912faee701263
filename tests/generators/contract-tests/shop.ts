import { contractTests } from '../../../generators/contract-tests/target.ts';
import { generateInto, moduleUrl, readFixture, type Written } from '../hono-server/generate.ts';
import { authorised, generatePetstore, type Handler, type Petstore } from '../hono-server/petstore.ts';

export interface Result {
  readonly operation: string;
  readonly claim: string;
  readonly ok: boolean;
  readonly skipped: boolean;
  readonly detail: string;
}

export interface Report {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly results: readonly Result[];
}

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Shop {
  readonly petstore: Petstore;
  readonly tests: Written;
  /** Holds a shop with some handlers replaced, or with its responses tampered with, against the contract. */
  check(broken?: {
    readonly handlers?: Readonly<Record<string, Handler>>;
    readonly tamper?: (fetch: Fetch) => Fetch;
  }): Promise<Report>;
  run(options: object): Promise<Report>;
  close(): void;
}

/** A pet shop that keeps to its contract, and the tests generated from the same contract. */
export async function openShop(): Promise<Shop> {
  const petstore = await generatePetstore();
  const tests = generateInto(contractTests, readFixture('tests/generators/hono-server/fixtures/petstore.yaml'));
  const generated: { runContractTests(options: object): Promise<Report> } = await import(
    /* @vite-ignore */ moduleUrl(tests, 'run-contract-tests.ts')
  );
  return {
    petstore,
    tests,
    check: ({ handlers = {}, tamper = (fetch: Fetch) => fetch } = {}) => {
      const { app } = petstore.start(handlers, { validateResponses: false, onError: () => {} });
      return generated.runContractTests({ request: tamper(app.fetch), ...knowledge });
    },
    run: (options) => generated.runContractTests({ ...knowledge, ...options }),
    close: () => {
      petstore.written.remove();
      tests.remove();
    },
  };
}

/** What the tests must know about the shop. */
export const knowledge = {
  auth: { ...authorised, 'x-api-key': 'key' },
  given: { getPet: () => ({ path: { petId: 1 } }) },
};
