// Numbers of things, in words.

/** `1 timestamp`, `1,234 timestamps`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
