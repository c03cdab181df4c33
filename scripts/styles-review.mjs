// The findings of the directory's review in a style sheet, as far as they are known from what its reports say in public.

const RULES = [
  [/!important/g, 'uses !important'],
  [/:has\(/g, 'uses :has'],
  [/(?:^|[;{\s])all\s*:/g, 'resets all properties'],
  [/@import\b/g, 'imports another sheet'],
  [/url\(\s*["']?(?:https?:)?\/\//g, 'loads something from elsewhere'],
  [/expression\(|javascript:/gi, 'runs code'],
];

/** The findings, each as `line: sentence`. */
export function styleFindings(css) {
  // Of a comment only its lines are kept, so that lines are still counted right.
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const lineAt = (index) => plain.slice(0, index).split('\n').length;
  const found = RULES.flatMap(([pattern, sentence]) =>
    [...plain.matchAll(pattern)].map(({ index }) => `${lineAt(index)}: ${sentence}`),
  );
  return [...found, ...duplicateSelectors(plain, lineAt)];
}

/** A selector that has a block already, under the same conditions. */
function duplicateSelectors(css, lineAt) {
  const seen = new Set();
  const open = [];
  const found = [];
  for (const match of css.matchAll(/([^{};]*)([{};])/g)) {
    const [, text, mark] = match;
    const head = text.trim().replace(/\s+/g, ' ');
    if (mark === '{') {
      const name = [...open, head].join(' { ');
      const isSelector =
        !head.startsWith('@') && !open.some((outer) => /^@(?:keyframes|font-face)/.test(outer));
      if (isSelector && seen.has(name))
        found.push(`${lineAt(match.index + text.indexOf(text.trim()))}: ${head} has a block already`);
      seen.add(name);
      open.push(head);
    } else if (mark === '}' && open.pop() === undefined)
      found.push(`${lineAt(match.index)}: closes what is not open`);
  }
  return open.length > 0 ? [...found, `${lineAt(css.length)}: ${open.at(-1)} is not closed`] : found;
}
