// The words of a video as a quotation in a note, in the user's template, with their timestamp.
import type { Moment } from '../mean/moment';
import { formatCompact } from '../mean/timecode';
import { words } from '../../texts/texts';

export interface Quote {
  readonly words: string;
  readonly speaker: string | undefined;
  readonly template: string;
}

/** The words from one second to another. */
export interface QuotedSpan {
  readonly seconds: number;
  readonly end: number;
}

const NAMES = ['quote', 'time', 'end', 'speaker', 'title'] as const;
type Name = (typeof NAMES)[number];

const TOKEN = /\{\{([^{}]*)\}\}/g;
/** Characters that Markdown would read as markup. */
const SPECIAL = /[\\`*_~=[\]<>|#$%]/g;
/** The mark for a change of speaker in captions (`>>`). In a block quote it would begin a nested quote. */
const TURN = /^(?:[\s>»]+|[-–—]\s)/;
/** Shorter quotations get a moment, others a clip. Seconds. */
const SHORTEST_RANGE = 5;

/** The reason why a text is no template for quotations, as a sentence; undefined if it is one. */
export function quoteTemplateFault(template: string): string | undefined {
  if (/[\n\r]/.test(template)) return words.core.oneLineOnly;
  const names = Array.from(template.matchAll(TOKEN), ([, name = '']) => name.trim());
  const unknown = names.find((name) => !isName(name));
  if (unknown !== undefined) {
    return words.core.unknownPlaceholder(unknown, NAMES.map((name) => `{{${name}}}`).join(', '));
  }
  const rest = template.replace(TOKEN, '');
  if (rest.includes('{{') || rest.includes('}}')) return words.core.unclosedPlaceholder;
  return names.includes('quote') && names.includes('time') ? undefined : words.core.quotePlaceholdersMissing;
}

/** A moment, or a clip if the span is longer than five seconds. */
export function momentOf({ seconds, end }: QuotedSpan): Moment {
  return end - seconds > SHORTEST_RANGE ? { seconds, end } : { seconds };
}

/** One line: the quotation, with the text of its moment. */
export function quoted(
  { words, speaker = '', template }: Quote,
  { moment, title = '', written }: { moment: Moment; title: string | undefined; written: string },
): string {
  const values: Readonly<Record<Name, string>> = {
    quote: escaped(words.replace(TURN, '')),
    time: written,
    end: formatCompact(moment.end ?? moment.seconds),
    speaker: escaped(speaker),
    title: escaped(title),
  };
  const used = quoteTemplateFault(template) === undefined ? template : '{{quote}} {{time}}';
  return used
    .replace(TOKEN, (whole, token: string) => {
      const name = token.trim();
      return isName(name) ? values[name] : whole;
    })
    .trim();
}

function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECIAL, String.raw`\$&`);
}

function isName(name: string): name is Name {
  return (NAMES as readonly string[]).includes(name);
}
