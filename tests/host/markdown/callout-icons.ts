// Which icon a callout has. A type that nobody knows looks like a note.

const ICONS: readonly (readonly [types: string, icon: string])[] = [
  ['note', 'pencil'],
  ['abstract summary tldr', 'clipboard-list'],
  ['info', 'info'],
  ['todo', 'circle-check-big'],
  ['tip hint important', 'flame'],
  ['success check done', 'check'],
  ['question help faq', 'circle-help'],
  ['warning caution attention', 'triangle-alert'],
  ['failure fail missing', 'x'],
  ['danger error', 'zap'],
  ['bug', 'bug'],
  ['example', 'list'],
  ['quote cite', 'quote'],
];

export function iconOfCallout(type: string): string {
  return ICONS.find(([types]) => types.split(' ').includes(type))?.[1] ?? 'pencil';
}
