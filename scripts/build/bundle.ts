import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Joins the modules of `root` into few files under `dist/`: loading some 250 of them one by one takes longer than
 * checking a contract. What is imported when needed stays a file of its own, dependencies stay outside, and nothing is
 * minified, so that people can read the package and its stack traces.
 */
export async function bundle(root: string, entryPoints: readonly string[]): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    packages: 'external',
    charset: 'utf8',
    outdir: 'dist',
    outbase: '.',
    entryNames: '[dir]/[name]',
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [originalPlaces(root)],
  });
}

/**
 * A module that looks for a file beside itself still finds it from inside a bundle. Every bundle stands one folder below
 * `dist/`, where templates and the like keep their paths.
 */
function originalPlaces(root: string): Plugin {
  return {
    name: 'original-places',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        const place = JSON.stringify(join('..', relative(root, path)).replaceAll('\\', '/'));
        return {
          loader: 'ts',
          contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
        };
      });
    },
  };
}
