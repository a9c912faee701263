import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The operations that the index uses, by path. */
const used: Readonly<Record<string, readonly string[]>> = {
  '/collections': ['get'],
  '/collections/aliases': ['post'],
  '/collections/{collection_name}': ['get', 'put'],
  '/collections/{collection_name}/aliases': ['get'],
  '/collections/{collection_name}/exists': ['get'],
  '/collections/{collection_name}/index': ['put'],
  '/collections/{collection_name}/points': ['put'],
  '/collections/{collection_name}/points/count': ['post'],
  '/collections/{collection_name}/points/delete': ['post'],
  '/collections/{collection_name}/points/query': ['post'],
  '/collections/{collection_name}/points/scroll': ['post'],
};

export interface GeneratedStub {
  /** What to import. */
  readonly module: string;
  remove(): void;
}

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

/**
 * A strict server of Qdrant's published contract, made by this project's own generator, in a folder that git ignores. What
 * breaks the contract, on either side, is an error.
 */
export function generateStub(document: string): GeneratedStub {
  // The folder lies in the project, because what is generated imports its packages.
  const folder = `${root}reference-services/.data/qdrant-stub-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  // Other people's document, read as the JSON that OpenAPI is; a path that is missing fails right here.
  const contract = JSON.parse(readFileSync(document, 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  contract.paths = Object.fromEntries(
    Object.entries(used).map(([path, methods]) => [
      path,
      Object.fromEntries(methods.map((method) => [method, contract.paths[path]?.[method]])),
    ]),
  );
  writeFileSync(`${folder}/qdrant.json`, JSON.stringify(contract));
  const config = `${folder}/ai2text-contracts.config.json`;
  writeFileSync(config, JSON.stringify({ contracts: ['qdrant.json'], rulesets: ['spec'] }));
  const generate = ['generate', `${folder}/qdrant.json`, '--config', config, '--target', 'hono-server'];
  const output = ['--output', `${folder}/generated`, '--import-extension', '.ts'];
  execFileSync(process.execPath, [`${root}cli/bin.ts`, ...generate, ...output], { stdio: 'pipe' });
  return { module: `${folder}/generated/index.ts`, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
