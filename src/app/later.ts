// Tasks that run later.

export function later(milliseconds: number, task: () => void): () => void {
  const timer = window.setTimeout(task, milliseconds);
  return () => window.clearTimeout(timer);
}
