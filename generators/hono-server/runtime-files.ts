import { readdirSync, readFileSync } from 'node:fs';
import type { GeneratedFile, ImportExtension } from '../target.ts';

/** A folder of handwritten runtime, copied as it is: only the endings of its relative imports follow the options. */
export function runtimeFiles(folder: URL, prefix: string, importExtension: ImportExtension): GeneratedFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { path: `${prefix}/${name}`, text: withImportExtension(text, importExtension) };
    });
}

export function withImportExtension(text: string, extension: ImportExtension): string {
  return text.replaceAll(/(from '\.{1,2}\/[^'\n]+)\.ts';/g, (_, start: string) => `${start}${extension}';`);
}
