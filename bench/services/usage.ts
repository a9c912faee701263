import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of a second, as Linux counts processor time. */
const ticksPerSecond = 100;

/** Processor time of a process and its present children so far, in milliseconds. */
export function cpuMs(pid: number): number {
  return ([pid, ...childrenOf(pid)].reduce((sum, one) => sum + ticksOf(one), 0) * 1000) / ticksPerSecond;
}

/** What `work` answers, and the processor time that these processes, and then this one, took meanwhile. */
export async function spending<T>(processes: readonly { readonly pid: number }[], work: () => Promise<T>) {
  const present = () => [...processes.map(({ pid }) => cpuMs(pid)), ownCpuMs()];
  const before = present();
  const result = await work();
  return { result, cpu: present().map((after, place) => after - (before[place] ?? 0)) };
}

/** All that the benchmark starts is a child of this process, so that `cpuMs` would count it. */
function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Memory that a process holds now and the most it has held, in MiB. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
  return { now: kib('VmRSS') / 1024, most: kib('VmHWM') / 1024 };
}

function childrenOf(pid: number): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((one) => statOf(one)[1] === String(pid));
}

/** User and system time, and that of children that have ended. */
function ticksOf(pid: number): number {
  return statOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0);
}

/** The members of `/proc/<pid>/stat` after the name: the state, the parent's id, … Empty when the process is gone. */
function statOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
