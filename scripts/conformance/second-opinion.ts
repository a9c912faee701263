import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Parser } from '@asyncapi/parser';

/** What another tool says of a document, with its reasons in its own words. */
export interface Opinion {
  readonly verdict: 'valid' | 'invalid';
  readonly reasons: readonly string[];
}

/** The opinion of the parser that knows the document's specification. Nothing outside `folder` is read or fetched. */
export async function secondOpinion(folder: string, path: string): Promise<Opinion> {
  const file = join(folder, path);
  return isAsyncApi(readFileSync(file, 'utf8'))
    ? asyncApiParserOpinion(file, folder)
    : swaggerParserOpinion(file, folder);
}

export function isAsyncApi(text: string): boolean {
  return /^\s*\{?\s*["']?asyncapi["']?\s*:/m.test(text);
}

/** `@apidevtools/swagger-parser`: it throws what it finds. */
async function swaggerParserOpinion(file: string, folder: string): Promise<Opinion> {
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  const isInside = ({ url }: { readonly url: string }) => isBelow(folder, url);
  try {
    await SwaggerParser.validate(file, { resolve: { http: false, file: { canRead: isInside } } });
    return { verdict: 'valid', reasons: [] };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return {
      verdict: 'invalid',
      reasons: [
        text
          .trim()
          .split('\n')
          .slice(0, 3)
          .join(' ')
          .replaceAll(`${resolve(folder)}${sep}`, ''),
      ],
    };
  }
}

/** `@asyncapi/parser`: invalid when it reports a finding of severity error. */
async function asyncApiParserOpinion(file: string, folder: string): Promise<Opinion> {
  parsers[folder] ??= createParser(folder);
  const parser = await parsers[folder];
  const { diagnostics } = await parser.parse(readFileSync(file, 'utf8'), { source: file });
  const reasons = diagnostics.flatMap(({ severity, code, message }) => (severity === 0 ? [`${code}: ${message}`] : []));
  return { verdict: reasons.length > 0 ? 'invalid' : 'valid', reasons };
}

const parsers: { [folder: string]: Promise<Parser> } = {};

async function createParser(folder: string): Promise<Parser> {
  const { Parser } = await import('@asyncapi/parser');
  // A resolver that refuses would only make the parser ask its built-in one, which fetches; an empty answer ends there.
  const nothing = { order: 1, read: () => '{}' };
  const files = {
    schema: 'file',
    order: 1,
    read: (uri: { toString(): string }) => {
      const name = uri.toString().replace(/^file:\/\//, '');
      return isBelow(folder, name) ? readFileSync(name, 'utf8') : '{}';
    },
  };
  const resolvers = [files, { schema: 'http', ...nothing }, { schema: 'https', ...nothing }];
  return new Parser({ __unstable: { resolver: { resolvers } } });
}

function isBelow(folder: string, file: string): boolean {
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  const inside = relative(resolve(folder), resolve(path));
  return inside !== '..' && !inside.startsWith(`..${sep}`);
}
