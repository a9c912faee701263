import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emitter } from './emitter.ts';
import { heyApi } from './hey-api.ts';
import { modelina } from './modelina.ts';
import { oazapfts } from './oazapfts.ts';
import { openapiTypescript } from './openapi-typescript.ts';
import { openapiTypescriptCodegen } from './openapi-typescript-codegen.ts';
import { orval } from './orval.ts';
import { swaggerTypescriptApi } from './swagger-typescript-api.ts';

export type { Emitter } from './emitter.ts';

export const emitters: readonly Emitter[] = [
  ...[openapiTypescript, oazapfts, modelina, heyApi, orval],
  ...[swaggerTypescriptApi, openapiTypescriptCodegen],
];

/** The folder of `bench/package.json`. */
export const benchFolder: string = join(import.meta.dirname, '..');

/** The installed version; undefined when the emitter is not there. */
export function versionOf({ package: name }: Emitter): string | undefined {
  const places = [benchFolder, join(benchFolder, '..')].map((place) => join(place, 'node_modules', name));
  const manifest = places.map((place) => join(place, 'package.json')).find((file) => existsSync(file));
  if (manifest === undefined) return undefined;
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
  return version;
}
