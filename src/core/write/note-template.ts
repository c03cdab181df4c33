// Makes the text of a new note about a video from the user's template.
import { propertiesIn } from './properties';
import { words } from '../../texts/texts';

export const NOTE_PLACEHOLDERS = ['title', 'author', 'url', 'id', 'date'] as const;

/** A value for each placeholder; undefined if it is not known. */
export type NoteFacts = Readonly<Record<(typeof NOTE_PLACEHOLDERS)[number], string | undefined>>;

const TOKEN = /\{\{([^{}]*)\}\}/g;
/** The mark before an entry of a list. */
const ENTRY = /^[ \t]*- /;
/** Characters that Markdown would read as markup, and that a title means literally. */
const SPECIAL = /[\\`*_~[\]<>|#$%=]/g;
/** Values that YAML reads as text without quotes. */
const PLAIN = /^(?:https?:\/\/[^\s#"']+|\d{4}-\d\d-\d\d|\p{L}[\p{L}\p{M}\p{N} _.,()/+&'-]*)$/u;
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** The reason why a text is no template, as a sentence; undefined if it is one. */
export function noteTemplateFault(text: string): string | undefined {
  const unknown = [...text.matchAll(TOKEN)].find(([, name = '']) => !isPlaceholder(name.trim()));
  if (unknown === undefined) return undefined;
  const known = NOTE_PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ');
  return words.core.unknownField(unknown[0], known);
}

/** Fills in the template, so that properties stay properties and text stays text, whatever a title contains. */
export function noteText(template: string, facts: NoteFacts): string {
  const block = propertiesIn(template);
  const head = template.slice(0, block?.from ?? 0);
  const properties = template.slice(head.length, block?.to ?? 0).split('\n');
  const body = template.slice(block?.to ?? 0);
  const lines = properties.flatMap((line) => propertyLine(line, facts) ?? []);
  return head + lines.join('\n') + filled(body, facts, inText);
}

/** Undefined if the property would be empty. */
function propertyLine(line: string, facts: NoteFacts): string | undefined {
  if (!line.includes('{{')) return line;
  const colon = line.indexOf(': ');
  const start = colon < 0 ? (ENTRY.exec(line)?.[0].length ?? 0) : colon + 2;
  const end = line.endsWith('\r') ? line.length - 1 : line.length;
  const written = valueOf(line.slice(start, end).trimStart(), facts);
  return written === '' ? undefined : line.slice(0, start) + written + line.slice(end);
}

/** A value, in the quotes that it has or needs. */
function valueOf(value: string, facts: NoteFacts): string {
  if (value.startsWith('"')) return filled(value, facts, (said) => JSON.stringify(said).slice(1, -1));
  if (value.startsWith("'")) return filled(value, facts, (said) => said.replace(/'/g, "''"));
  if (/^(?:\[|\{(?!\{))/.test(value)) return filled(value, facts, (said) => JSON.stringify(said));
  const written = filled(value, facts, (said) => said).trim();
  return written === '' || (PLAIN.test(written) && !NO_TEXT.test(written))
    ? written
    : JSON.stringify(written);
}

function filled(text: string, facts: NoteFacts, write: (said: string, name: string) => string): string {
  return text.replace(TOKEN, (token, inside: string) => {
    const name = inside.trim();
    return isPlaceholder(name) ? write((facts[name] ?? '').replace(/\s+/g, ' ').trim(), name) : token;
  });
}

/** An address or an id needs no escapes: Markdown has no markup in it. */
function inText(said: string, name: string): string {
  return name === 'title' || name === 'author' ? said.replace(SPECIAL, String.raw`\$&`) : said;
}

function isPlaceholder(name: string): name is keyof NoteFacts {
  return (NOTE_PLACEHOLDERS as readonly string[]).includes(name);
}
