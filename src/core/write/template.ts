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

/** A template, or a sentence with the reason why the text is none. */
export function readTemplate(text: string): Template | { readonly refused: string } {
  if (/[\n\r]/.test(text)) return { refused: words.core.oneLineOnly };
  // The pattern has a group, so `split` keeps the placeholders.
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

/** Whether its text names the video. */
export function saysVideo(template: Template): boolean {
  return holdsAny(template, WITH_VIDEO);
}

/** Fills in the template; `before` is the text before a placeholder. */
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

/** Whether it has at least one of the placeholders. */
export function holdsAny({ parts }: Template, placeholders: readonly Placeholder[]): boolean {
  return parts.some((part) => typeof part === 'object' && placeholders.includes(part.placeholder));
}
