// Which note a rendered element was written in: links inside an embed belong to the embedded note.

const sources = new WeakMap<Element, string>();

export function rememberSource(el: Element, path: string): void {
  sources.set(el, path);
}

export function sourceOf(el: Element): string | undefined {
  for (let at: Element | null = el; at !== null; at = at.parentElement) {
    const path = sources.get(at);
    if (path !== undefined) return path;
  }
  return undefined;
}
