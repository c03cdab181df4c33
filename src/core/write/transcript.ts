// Makes paragraphs for a note from a copied transcript, each with its time in brackets.
import { formatCompact } from '../mean/timecode';
import { copiedCues } from '../read/copied-cues';
import type { Change, Span } from './rewrite';
import { sentencesOf, type SpokenSentence } from '../read/spoken-sentences';

/** The length of a paragraph, which ends with a sentence. Seconds. */
const PARAGRAPH = { shortest: 20, longest: 40 };
/** Characters that Markdown would read as markup. */
const SPECIAL = /[\\`*_<$]|==|~~|%%|\[\[|(^|\s)#(?=\S)/g;

interface Paragraph {
  readonly title: string | undefined;
  readonly said: SpokenSentence[];
}

/** The paragraphs of a copied transcript, with blank lines between them; undefined if the text is no transcript. */
export function transcriptText(copied: string): string | undefined {
  const read = copiedCues(copied);
  if (read === undefined) return undefined;
  const titles = [...read.titles].sort(([one], [other]) => one - other);
  const paragraphs = paragraphsOf(sentencesOf(read.cues), titles);
  return paragraphs.length === 0 ? undefined : paragraphs.map(written).join('\n\n');
}

/** The change that replaces a selection by a transcript, with blank lines around it. */
export function transcriptChange(text: string, { from, to }: Span, transcript: string): Change {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const spaceBefore = before.slice(before.trimEnd().length);
  const spaceAfter = after.slice(0, after.length - after.trimStart().length);
  const first = before === spaceBefore ? '' : blankLine(spaceBefore);
  const last = after === spaceAfter ? '' : blankLine(spaceAfter);
  return { from, to, insert: `${first}${transcript}${last}` };
}

/** The line breaks that a blank line needs in addition to those in `space`. */
function blankLine(space: string): string {
  return '\n'.repeat(Math.max(0, 3 - space.split('\n').length));
}

function paragraphsOf(
  sentences: readonly SpokenSentence[],
  titles: readonly (readonly [number, string])[],
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let next = 0;
  for (const sentence of sentences) {
    let title: string | undefined;
    for (; (titles[next]?.[0] ?? Infinity) <= sentence.seconds; next++) title = titles[next]?.[1];
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || title !== undefined || isFull(paragraph, sentence))
      paragraphs.push({ title, said: [sentence] });
    else paragraph.said.push(sentence);
  }
  return paragraphs;
}

function isFull({ said }: Paragraph, next: SpokenSentence): boolean {
  const start = said[0]?.seconds ?? 0;
  return next.seconds - start >= PARAGRAPH.shortest || next.end - start > PARAGRAPH.longest;
}

function written({ title, said }: Paragraph): string {
  let speaker: string | undefined;
  const sentences = said.map((one) => {
    const isNew = one.speaker !== undefined && one.speaker !== speaker;
    speaker = one.speaker ?? speaker;
    return isNew ? `${one.speaker ?? ''}: ${one.text}` : one.text;
  });
  const words = sentences.join(' ').replace(SPECIAL, escaped);
  const heading = title === undefined ? '' : `### ${title.replace(SPECIAL, escaped)}\n\n`;
  return `${heading}[${formatCompact(said[0]?.seconds ?? 0)}] ${words}`;
}

/** The backslash goes after the space before a sign. */
function escaped(mark: string): string {
  return mark.endsWith('#') ? `${mark.slice(0, -1)}\\#` : `\\${mark}`;
}
