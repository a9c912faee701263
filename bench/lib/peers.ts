import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs the peers that `bench/package.json` names, once. None of their install scripts runs. */
export function preparePeers(folder: string): void {
  if (existsSync(join(folder, 'node_modules/.bin'))) return;
  console.error('Installing the peers to compare with …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], { cwd: folder, stdio: 'inherit' });
}
