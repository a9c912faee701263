import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A verdict on one document; `crash` when the tool threw something that is not a finding. */
export type Opinion = 'valid' | 'invalid';

/** What `@apidevtools/swagger-parser` says of an OpenAPI document. Nothing is fetched. */
export async function swaggerParserOpinion(file: string): Promise<Opinion> {
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  try {
    // Files are its own business; anything over the network is not.
    await SwaggerParser.validate(file, { resolve: { http: false } });
    return 'valid';
  } catch {
    return 'invalid';
  }
}

/** What `@asyncapi/parser` says of an AsyncAPI document: invalid when it reports a finding of severity error. */
export async function asyncApiParserOpinion(file: string): Promise<Opinion> {
  const { Parser } = await import('@asyncapi/parser');
  const refuse = { schema: 'http', order: 1, canRead: true, read: () => Promise.reject(new Error('not fetched')) };
  const parser = new Parser({ __unstable: { resolver: { resolvers: [refuse, { ...refuse, schema: 'https' }] } } });
  try {
    const { diagnostics } = await parser.parse(readFileSync(file, 'utf8'), { source: file });
    return diagnostics.some(({ severity }) => severity === 0) ? 'invalid' : 'valid';
  } catch {
    return 'invalid';
  }
}

/** The opinion of the parser that knows the document's specification, told from its text. */
export function secondOpinion(folder: string, path: string): Promise<Opinion> {
  const file = join(folder, path);
  const isAsyncApi = /^\s*\{?\s*["']?asyncapi["']?\s*:/m.test(readFileSync(file, 'utf8'));
  return isAsyncApi ? asyncApiParserOpinion(file) : swaggerParserOpinion(file);
}
