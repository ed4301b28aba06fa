import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc: 100 on every Linux that Node.js runs on. */
const ticks = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly command: string;
  /** CPU seconds of its own. */
  readonly own: number;
  /** CPU seconds of its children that have ended. */
  readonly ended: number;
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold anything; what follows it is numbers.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return {
      parent: fields[1] ?? 0,
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
      own: (user + system) / ticks,
      ended: (endedUser + endedSystem) / ticks,
    };
  } catch {
    // It has just ended.
    return null;
  }
}

/** What a process is for, by what it runs. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['mongod', /(^|\/)mongod /],
  ['redis', /redis-server/],
  ['readers', /readers\/isolated\/child\.js/],
  ['unpackers', /readers\/isolated\/unpack-child\.js/],
  ['extractors', /extractor\/child\.js/],
  ['workers', /jiannuo\.js work/],
  ['api', /jiannuo\.js serve/],
];

/** Of this process's descendants, with their parts. */
function ours(): { pid: number; part: string; times: ProcessTimes }[] {
  const all = new Map<number, ProcessTimes>();
  let pids: string[] = [];
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  for (const pid of pids.map(Number)) {
    const times = timesOf(pid);
    if (times) all.set(pid, times);
  }
  const isOurs = (pid: number): boolean => {
    for (let at = all.get(pid); at; at = all.get(at.parent)) if (at.parent === process.pid) return true;
    return false;
  };
  return [...all]
    .filter(([pid]) => isOurs(pid))
    .map(([pid, times]) => {
      const part = parts.find(([, pattern]) => pattern.test(times.command))?.[0] ?? 'other';
      return { pid, part, times };
    });
}

/** CPU seconds so far of this process's descendants, by part; those that have ended count with their parent, and `ended` are its own such. Empty where there is no /proc. */
export function cpuByPart(): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const own = timesOf(process.pid);
  if (own) sums.ended = own.ended;
  for (const { part, times } of ours()) sums[part] = (sums[part] ?? 0) + times.own + times.ended;
  return sums;
}

/** The most resident MiB that a process of each part has had, of those that run still. */
export function peakMemoryByPart(): Readonly<Record<string, number>> {
  const peaks: Record<string, number> = {};
  for (const { pid, part } of ours()) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    peaks[part] = Math.max(peaks[part] ?? 0, peak);
  }
  return peaks;
}

/** What came to each part between two looks. */
export function cpuBetween(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([part, seconds]) => [part, seconds - (before[part] ?? 0)]),
  );
}
