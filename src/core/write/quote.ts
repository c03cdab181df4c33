// The words of a video, as a quotation in a note: by a template of the user's, with the timestamp of it.
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
/** Characters that a Markdown renderer would read as more than text. */
const SPECIAL = /[\\`*_~=[\]<>|#$%]/g;
/** The marks of another speaker in captions: in a quotation it would be one more level. */
const TURN = /^(?:[\s>»]+|[-–—]\s)/;
/** A shorter part is cited by its start. Seconds. */
const SHORTEST_RANGE = 5;

/** Why a text cannot be the template of quotations, as a sentence; undefined if it can. */
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

/** A moment; a clip where it spans more than five seconds. */
export function momentOf({ seconds, end }: QuotedSpan): Moment {
  return end - seconds > SHORTEST_RANGE ? { seconds, end } : { seconds };
}

/** One line: the quotation, with what is written of its moment. */
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
