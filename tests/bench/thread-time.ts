// How long the thread of this script has worked, in milliseconds. What else the machine does meanwhile does not count, where the system tells.
import { readFileSync } from 'node:fs';

const NANOSECONDS = 1e6;

export function threadTime(): number {
  try {
    const [worked = ''] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
    return Number(worked) / NANOSECONDS;
  } catch {
    return performance.now();
  }
}
