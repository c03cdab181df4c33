// Searching and showing matches: the letters of the query in their order, better when they stand together.
import type * as Obsidian from 'obsidian';

export function prepareFuzzySearch(query: string): (text: string) => Obsidian.SearchResult | null {
  const letters = Array.from(query.toLowerCase().replace(/\s+/g, ''));
  return (text) => {
    const matches: [number, number][] = [];
    const lower = text.toLowerCase();
    let from = 0;
    for (const letter of letters) {
      const at = lower.indexOf(letter, from);
      if (at < 0) return null;
      const last = matches.at(-1);
      if (last?.[1] === at) last[1] = at + letter.length;
      else matches.push([at, at + letter.length]);
      from = at + letter.length;
    }
    return { matches, score: -matches.length - text.length / 1000 };
  };
}

export function prepareSimpleSearch(query: string): (text: string) => Obsidian.SearchResult | null {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => {
    const matches = words.map((word): [number, number] => {
      const at = text.toLowerCase().indexOf(word);
      return [at, at + word.length];
    });
    return matches.some(([at]) => at < 0) ? null : { matches, score: -text.length / 1000 };
  };
}

export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: Obsidian.SearchMatches | null,
  offset = 0,
): void {
  let from = 0;
  for (const [start, end] of matches ?? []) {
    el.appendText(text.slice(from, start + offset));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(start + offset, end + offset) });
    from = end + offset;
  }
  el.appendText(text.slice(from));
}
