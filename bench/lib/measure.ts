import { spawnSync } from 'node:child_process';

export interface Cost {
  /** User and system time of the whole process and its children, in milliseconds. */
  readonly cpu: number;
  readonly wall: number;
  /** Largest resident set in MiB. */
  readonly memory: number;
  readonly exitCode: number;
}

/** Runs a command in a fresh process and takes the median run of `runs` by CPU time. Needs GNU time. */
export function measure(command: readonly string[], options: { readonly cwd: string; readonly runs: number }): Cost {
  const costs = Array.from({ length: options.runs }, () => once(command, options.cwd));
  costs.sort((a, b) => a.cpu - b.cpu);
  const middle = costs[Math.floor(costs.length / 2)];
  if (middle === undefined) throw new Error('At least one run is needed.');
  return middle;
}

function once(command: readonly string[], cwd: string): Cost {
  const env = { ...process.env, SCARF_ANALYTICS: 'false', REDOCLY_TELEMETRY: 'off', NO_COLOR: '1' };
  const run = spawnSync('/usr/bin/time', ['-f', 'cost %U %S %e %M', ...command], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.error !== undefined)
    throw new Error(`GNU time is needed for benchmarks (Debian: apt-get install time). ${run.error.message}`);
  const match = /cost ([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(run.stderr);
  if (match === null) throw new Error(`${command.join(' ')} could not be measured:\n${run.stderr.slice(-2000)}`);
  const [user = 0, system = 0, wall = 0, memory = 0] = match.slice(1).map(Number);
  return { cpu: (user + system) * 1000, wall: wall * 1000, memory: memory / 1024, exitCode: run.status ?? -1 };
}
