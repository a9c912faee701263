import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the contracts with faults that people really make; `remove` takes it away. */
export function breakCopy(contracts: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'ai2text-demo-'));
  cpSync(contracts, join(folder, 'contracts'), { recursive: true, filter: (path) => !path.includes('releases') });
  const path = join(folder, 'contracts/metadata/openapi.yaml');
  const text = readFileSync(path, 'utf8');
  const faulty = [
    // An operation copied from its neighbour, id and all.
    (now: string) => now.replace('operationId: getRecording\n', 'operationId: listRecordings\n'),
    // A parameter renamed in the path only.
    (now: string) => now.replace('  /v1/speakers/{speakerId}:', '  /v1/speakers/{speaker}:'),
    // A reference with a slip of the finger.
    (now: string) => now.replace('#/schemas/RecordingPage\n', '#/schemas/RecordingsPage\n'),
  ].reduce((now, fault) => fault(now), text);
  writeFileSync(path, faulty);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
