// The user's own form of a timestamp: a line of text with placeholders.
import { words } from '../../texts/texts';

const PLACEHOLDERS = ['time', 'seconds', 'video', 'url', 'title'] as const;
const WITH_TIME: readonly Placeholder[] = ['time', 'seconds', 'url'];
const WITH_VIDEO: readonly Placeholder[] = ['video', 'url'];

export type Placeholder = (typeof PLACEHOLDERS)[number];

export interface Template {
  readonly parts: readonly (string | { readonly placeholder: Placeholder })[];
}

const TOKEN = /\{\{([^{}]*)\}\}/;

/** A usable template, or a sentence saying why the text is none. */
export function readTemplate(text: string): Template | { readonly refused: string } {
  if (/[\n\r]/.test(text)) return { refused: words.core.oneLineOnly };
  // With a group in it, what splits a text is kept between the pieces.
  const pieces = text.split(TOKEN);
  if (pieces.some((piece, index) => index % 2 === 0 && /\{\{|\}\}/.test(piece))) {
    return { refused: words.core.unclosedPlaceholder };
  }
  const names = pieces.filter((_, index) => index % 2 === 1).map((name) => name.trim());
  const unknown = names.find((name) => !isPlaceholder(name));
  if (unknown !== undefined) {
    const known = PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ');
    return { refused: words.core.unknownPlaceholder(unknown, known) };
  }
  const parts = pieces.map((piece, index) => {
    const name = piece.trim();
    return index % 2 === 1 && isPlaceholder(name) ? { placeholder: name } : piece;
  });
  const template = { parts: parts.filter((part) => part !== '') };
  return holdsAny(template, WITH_TIME) ? template : { refused: words.core.timePlaceholderMissing };
}

/** Whether what the template makes says which video it is about. */
export function saysVideo(template: Template): boolean {
  return holdsAny(template, WITH_VIDEO);
}

/** The template with a value in each placeholder; `before` is the text that the value is put behind. */
export function fillTemplate(
  template: Template,
  valueOf: (placeholder: Placeholder, before: string) => string,
): string {
  return template.parts.reduce<string>(
    (before, part) => before + (typeof part === 'string' ? part : valueOf(part.placeholder, before)),
    '',
  );
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

/** Whether it has at least one of these. */
export function holdsAny({ parts }: Template, placeholders: readonly Placeholder[]): boolean {
  return parts.some((part) => typeof part === 'object' && placeholders.includes(part.placeholder));
}
