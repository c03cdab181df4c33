// The part of a note that a link's subpath means: `#heading`, `#heading#heading`, `#^block`.
import { readBlocks } from './blocks';

const HEADING = /^\s*(#{1,6})\s+(.*?)\s*#*\s*$/;

/** The lines from the heading or block on, up to where it ends; undefined when the note has no such part. */
export function cutSubpath(text: string, subpath: string): string | undefined {
  if (subpath === '') return text;
  const lines = text.split('\n');
  const range = subpath.startsWith('#^') ? findBlock(text, subpath.slice(2)) : findHeading(text, subpath);
  return range === undefined ? undefined : lines.slice(range.from, range.to).join('\n');
}

interface Lines {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

function findHeading(text: string, subpath: string): Lines | undefined {
  const headings = headingsOf(text);
  let from = -1;
  for (const wanted of subpath.split('#').filter((part) => part !== '')) {
    from = headings.findIndex((heading, index) => index > from && plain(heading.text) === plain(wanted));
    if (from < 0) return undefined;
  }
  const found = headings[from];
  if (found === undefined) return undefined;
  const next = headings.find((heading) => heading.line > found.line && heading.level <= found.level);
  return { from: found.line, to: next?.line ?? Infinity };
}

interface Heading {
  readonly line: number;
  readonly level: number;
  readonly text: string;
}

function headingsOf(text: string): Heading[] {
  const lines = text.split('\n');
  return readBlocks(text).blocks.flatMap((block): Heading[] => {
    if (!/^<h[1-6]\b/.test(block.html)) return [];
    const [, marks, written = ''] = HEADING.exec(lines[block.lineStart] ?? '') ?? [];
    return marks === undefined ? [] : [{ line: block.lineStart, level: marks.length, text: written }];
  });
}

/** Links leave out what has a meaning in a link; case and spacing do not count. */
function plain(heading: string): string {
  return heading
    .replace(/[#|^:%[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function findBlock(text: string, id: string): Lines | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trimEnd().toLowerCase().endsWith(`^${id.toLowerCase()}`));
  if (at < 0) return undefined;
  // An item of a list is a block of its own, and so is a line that holds nothing but the id: it names what is above.
  if (/^\s*([-*+]|\d+[.)])\s/.test(lines[at] ?? '')) return { from: at, to: at + 1 };
  const { blocks } = readBlocks(text);
  const index = blocks.findIndex((block) => block.lineStart <= at && at <= block.lineEnd);
  const alone = lines[at]?.trim().startsWith('^') === true && blocks[index]?.lineStart === at;
  const block = blocks[alone ? index - 1 : index];
  return block === undefined ? undefined : { from: block.lineStart, to: block.lineEnd + 1 };
}
