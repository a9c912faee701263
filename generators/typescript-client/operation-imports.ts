import type { ImportExtension } from '../target.ts';
import { printImports } from '../typescript/imports.ts';

/** What generated operations may take from the runtime, by module, in the order in which formatters sort names. */
const modules: Readonly<Record<string, readonly string[]>> = {
  binary: ['type Binary', 'type BinaryBody', 'type SequenceBody'],
  config: ['type CallOptions', 'type StreamOptions'],
  'json-sequence': ['jsonLines', 'jsonSequence', 'writeJsonLines', 'writeJsonSequence'],
  operation: ['type OperationData', 'type PagedOperation'],
  pages: ['type Paginated', 'paginate'],
  result: ['type ApiReply', 'type DeclaredHeaders', 'type Streamed', 'type SuccessOf'],
  'server-sent-events': ['eventStream', 'type ServerSentEvent'],
  status: [
    ...['type AnyStatus', 'type Status1XX', 'type Status2XX', 'type Status3XX', 'type Status4XX', 'type Status5XX'],
    'type StatusOfFailure',
  ],
  transport: ['type Transport'],
};

/** The imports of `operations.ts`; all names that are not the runtime's are types of the contract. */
export function operationImports(uses: ReadonlySet<string>, extension: ImportExtension): string {
  const all = new Set([...uses, 'CallOptions', 'Transport']);
  const lines = Object.entries(modules).map(([module, exported]) => {
    const used = exported.filter((name) => all.delete(name.replace('type ', '')));
    const from = `./runtime/${module}${extension}`;
    const typeOnly = used.every((name) => name.startsWith('type '));
    if (!typeOnly) return `import { ${used.join(', ')} } from '${from}';\n`;
    return printImports([{ names: used.map((name) => name.replace('type ', '')), from, typeOnly }]);
  });
  return lines.join('') + printImports([{ names: all, from: `./types${extension}`, typeOnly: true }]);
}
