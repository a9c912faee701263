import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetSettings } from '../../../generators/target.ts';
import { typescriptClient } from '../../../generators/typescript-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { loadModule } from '../support/load-module.ts';

export const everyOption: TargetSettings = { dates: 'Date', int64: 'bigint', brandedIds: true };

/** What a test does with a generated client, whose types are only known once it is generated. */
export interface LoadedClient {
  readonly call: (operation: string, input: object) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** The requests that were sent. */
  readonly sent: Request[];
  readonly module: Record<string, unknown>;
}

/** A client for a document, answered with `response` each time. */
export async function loadClient(
  document: string,
  response: () => Response,
  settings: TargetSettings = everyOption,
): Promise<LoadedClient> {
  const { files } = typescriptClient.generate(contractFrom(document), { importExtension: '.js', settings });
  const module = await loadModule(files, 'index.ts');
  const sent: Request[] = [];
  const fetch = (request: Request): Promise<Response> => {
    sent.push(request);
    return Promise.resolve(response());
  };
  // The generated module has these functions, with more precise types.
  const createClient = module.createClient as (config: object) => Record<string, (input: object) => never>;
  const client = createClient({ fetch, baseUrl: 'https://clinic.test' });
  return {
    sent,
    module,
    call: async (operation, input) => {
      const method = client[operation];
      if (method === undefined) throw new Error(`There is no operation ${operation}`);
      return method(input);
    },
  };
}

export const clinic = readFileSync(join(import.meta.dirname, 'golden/clinic/openapi.yaml'), 'utf8');

export function json(body: string, type = 'application/json', status = 200): () => Response {
  return () => new Response(body, { status, headers: { 'content-type': type } });
}
