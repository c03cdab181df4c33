// Numbers of things, in words.

/** `1 timestamp`, `1,234 timestamps`. */
export function counted(count: number, noun: string): string {
  // Formatting by language takes a hundred times as long, and changes nothing in small numbers.
  const written = count < 1000 ? String(count) : count.toLocaleString('en');
  return `${written} ${noun}${count === 1 ? '' : 's'}`;
}
