/**
 * Generates from a document with thousands of operations and compiles the result:
 * `node scripts/conformance-generate/large.ts [operations]`
 */
import { detectDialect } from '../../core/contract/dialect.ts';
import { readContract } from '../../core/contract/read.ts';
import { Workspace } from '../../core/source/workspace.ts';
import { honoServer } from '../../generators/hono-server/target.ts';
import { defaultTargetOptions } from '../../generators/target.ts';
import { typescriptClient } from '../../generators/typescript-client/target.ts';
import { largeDocument } from '../../tests/generators/large/large-document.ts';
import { compile } from './compile.ts';

const operations = Number(process.argv[2] ?? 5000);
const text = largeDocument(operations);
const contract = measure(`read ${megabytes(text.length)} with ${operations} operations`, () => read(text));
const units = [typescriptClient, honoServer].map((target) => {
  const { files } = measure(target.id, () => target.generate(contract, defaultTargetOptions));
  const bytes = files.reduce((sum, file) => sum + file.text.length, 0);
  console.log(`  ${files.length} files, ${megabytes(bytes)}`);
  return { folder: `d1/${target.id}`, files };
});
console.log(`most memory ${megabytes(process.resourceUsage().maxRSS * 1024)}`);
const started = performance.now();
const complaints = [...compile(units, 'typescript7')];
console.log(`TypeScript 7: ${complaints.length} complaints in ${Math.round(performance.now() - started)} ms`);
for (const [folder, complaint] of complaints) console.log(`  ${folder}: ${complaint}`);

function read(document: string) {
  const files = { read: () => ({ refusal: 'stands alone' }) };
  const workspace = new Workspace({ files });
  const root = workspace.add('large.json', document);
  if ('refusal' in root) throw new Error(root.refusal);
  const dialect = detectDialect(root);
  if ('rule' in dialect) throw new Error(dialect.message);
  return readContract(root, dialect, workspace).contract;
}

function measure<T>(what: string, action: () => T): T {
  const before = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(before);
  console.log(`${what}: ${Math.round((user + system) / 1000)} ms CPU`);
  return result;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
