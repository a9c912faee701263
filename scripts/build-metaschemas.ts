import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asyncapi } from './metaschemas/asyncapi.ts';
import { compile } from './metaschemas/compile.ts';
import { openapi2 } from './metaschemas/openapi-2.ts';
import { openapi30 } from './metaschemas/openapi-30.ts';
import { openapi31 } from './metaschemas/openapi-31.ts';
import type { Prepared } from './metaschemas/prepared.ts';

const asyncapiLines = ['2.0', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3.0', '3.1'];

/**
 * Makes `core/structure/compiled/`: for each meta-schema a validator that says yes or no (`<name>.js`), and the schema
 * itself (`<name>.schema.js`), from which the explanation of a "no" is worked out.
 */
export async function buildMetaSchemas(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string>();
  for (const prepared of await allPrepared()) {
    files.set(`${prepared.name}.js`, await compile(prepared));
    files.set(`${prepared.name}.schema.js`, `export default ${JSON.stringify(prepared.schema)};\n`);
  }
  for (const [name, text] of files) writeFileSync(`${folder}/${name}`, text);
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(`${folder}/${name}`);
}

export async function allPrepared(): Promise<readonly Prepared[]> {
  return [
    openapi2(),
    openapi30(),
    await openapi31('3.1', 'openapi'),
    await openapi31('3.1', 'other'),
    await openapi31('3.2', 'openapi'),
    await openapi31('3.2', 'other'),
    ...asyncapiLines.map(asyncapi),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildMetaSchemas(fileURLToPath(new URL('../core/structure/compiled', import.meta.url)));
}
