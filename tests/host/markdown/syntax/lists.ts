// Lists as the app marks them up: a bullet of its own, the line of each item within its block, and task boxes.
import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';

const TASK = /^\[(.)\][ \t]+/;

export function lists(md: MarkdownIt): void {
  md.core.ruler.after('block', 'list_items', markItems);
  md.renderer.rules.list_item_open = (tokens, index, options, _env, renderer) => {
    const item = tokens[index];
    if (item === undefined) return '';
    return renderer.renderToken(tokens, index, options) + afterOpening(item);
  };
}

function afterOpening(item: Token): string {
  const state = item.attrGet('data-task');
  const line = item.attrGet('data-line') ?? '0';
  if (state === null)
    return item.markup === '.' || item.markup === ')' ? '' : '<span class="list-bullet"></span>';
  const checked = state.trim() === '' ? '' : ' checked';
  return `<input class="task-list-item-checkbox" type="checkbox" data-line="${line}"${checked}>`;
}

function markItems(state: StateCore): void {
  const open: Token[] = [];
  let blockStart = 0;
  state.tokens.forEach((token, index) => {
    if (token.level === 0 && token.map !== null) blockStart = token.map[0];
    if (token.type === 'bullet_list_open') token.attrJoin('class', 'has-list-bullet');
    if (/^(bullet|ordered)_list_open$/.test(token.type)) open.push(token);
    if (/^(bullet|ordered)_list_close$/.test(token.type)) open.pop();
    if (token.type !== 'list_item_open') return;
    token.attrSet('data-line', String((token.map?.[0] ?? blockStart) - blockStart));
    if (markTask(token, state.tokens[index + 2])) addClass(open.at(-1), 'contains-task-list');
  });
}

function addClass(token: Token | undefined, name: string): void {
  if (token?.attrGet('class')?.split(' ').includes(name) !== true) token?.attrJoin('class', name);
}

function markTask(item: Token, text: Token | undefined): boolean {
  const box = text?.type === 'inline' ? TASK.exec(text.content) : null;
  const [mark, state] = box ?? [];
  if (text === undefined || mark === undefined || state === undefined) return false;
  text.content = text.content.slice(mark.length);
  item.attrSet('data-task', state);
  item.attrJoin('class', state.trim() === '' ? 'task-list-item' : 'task-list-item is-checked');
  return true;
}
