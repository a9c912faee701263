/**
 * `node keep-needed.ts <program>`: for the images. Of the packages that are installed beside the services, keeps those that this
 * program needs, of those with a runtime for each platform the files of this one, and removes the rest.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { neededPackages } from './needed-packages.ts';

const [program, ...rest] = process.argv.slice(2);
if (program === undefined || rest.length > 0)
  throw new Error('Name one program, such as reference-services/search/src/main.ts.');
const root = resolve('node_modules');
const needed = neededPackages(program);
if (needed.size === 0) throw new Error(`${program} needs no package, which cannot be.`);
sweep(root);
for (const folder of needed) keepPlatform(folder);
console.log(`${needed.size} packages kept for ${program}.`);

function sweep(modules: string): void {
  for (const name of readdirSync(modules)) {
    const folder = join(modules, name);
    if (name.startsWith('@')) sweep(folder);
    else if (!needed.has(folder)) rmSync(folder, { recursive: true, force: true });
    else if (statSync(join(folder, 'node_modules'), { throwIfNoEntry: false })?.isDirectory())
      sweep(join(folder, 'node_modules'));
  }
}

/** onnxruntime-node brings `bin/napi-v6/<platform>/<architecture>` for all of them, and debug symbols nowhere else needed. */
function keepPlatform(folder: string): void {
  if (!folder.endsWith('onnxruntime-node')) return;
  const versions = join(folder, 'bin');
  for (const version of readdirSync(versions)) {
    for (const platform of readdirSync(join(versions, version))) {
      const files = join(versions, version, platform);
      if (platform !== process.platform) rmSync(files, { recursive: true });
      else
        for (const architecture of readdirSync(files)) {
          if (architecture !== process.arch) rmSync(join(files, architecture), { recursive: true });
        }
    }
  }
}
