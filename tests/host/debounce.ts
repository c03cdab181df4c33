// The API's debounce.
import type * as Obsidian from 'obsidian';

export function debounce<T extends unknown[], V>(
  cb: (...args: [...T]) => V,
  timeout = 0,
  resetTimer = false,
): Obsidian.Debouncer<T, V> {
  let timer: number | undefined;
  let waiting: [...T] | undefined;
  function run(): V | undefined {
    window.clearTimeout(timer);
    timer = undefined;
    const args = waiting;
    waiting = undefined;
    return args === undefined ? undefined : cb(...args);
  }
  function schedule(...args: [...T]): Obsidian.Debouncer<T, V> {
    waiting = args;
    if (timer !== undefined && !resetTimer) return debouncer;
    window.clearTimeout(timer);
    timer = window.setTimeout(run, timeout);
    return debouncer;
  }
  function cancel(): Obsidian.Debouncer<T, V> {
    window.clearTimeout(timer);
    timer = undefined;
    waiting = undefined;
    return debouncer;
  }
  const debouncer = Object.assign(schedule, { cancel, run }) as Obsidian.Debouncer<T, V>;
  return debouncer;
}
