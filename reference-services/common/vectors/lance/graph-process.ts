import { setPriority } from 'node:os';
import { join } from 'node:path';
import { connect } from '@lancedb/lancedb';
import { ConfigurationError } from '../../config.ts';
import { lockFolder } from '../../database/folder-lock.ts';
import { buildGraph } from './graph.ts';
import { tableName } from './table.ts';

/**
 * `node graph-process.ts <folder>`: builds the graph of an index in a process of its own. That takes all the processors that Lance
 * gets for a minute per 100,000 rows and more, and in the process that answers searches these would wait for as long.
 */
const [folder = ''] = process.argv.slice(2);
// Whoever asked for it is gone, and nobody would stop this process.
process.once('disconnect', () => process.exit(1));
// Searches come first, and a busy machine still gets to it.
setPriority(5);
try {
  const unlock = lockFolder(join(folder, 'graph'));
  await buildGraph(await (await connect(folder)).openTable(tableName));
  unlock();
  process.exit(0);
} catch (error) {
  // Another process builds it already, and this one's rows too.
  if (error instanceof ConfigurationError) process.exit(0);
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
