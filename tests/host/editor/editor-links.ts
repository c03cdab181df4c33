// Links in an editor: a click on one that is shown as a link opens it, and with Mod held on any. Resting on one tells
// page preview.
import type * as Obsidian from 'obsidian';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { Keymap } from '../ui/keymap';
import { editorInfoField } from './fields';
import { tokenClassNodeProp } from './syntax/token-types';

interface Link {
  readonly kind: 'internal' | 'external';
  readonly target: string;
}

const LINKS = '.cm-hmd-internal-link, .cm-link, .cm-url';

export const followEditorLinks = EditorView.domEventHandlers({
  // The caret stays where it is.
  mousedown: (event, view) => event.button === 0 && clickedLink(event, view) !== undefined,
  click: (event, view) => {
    const link = clickedLink(event, view);
    if (link === undefined) return false;
    const { app, file } = view.state.field(editorInfoField);
    if (link.kind === 'external') view.dom.win.open(link.target, '_blank');
    else void app.workspace.openLinkText(link.target, file?.path ?? '', Keymap.isModEvent(event));
    return true;
  },
  mouseover: (event, view) => {
    const targetEl = (event.target as Element).closest<HTMLElement>('.cm-hmd-internal-link');
    if (targetEl === null || targetEl.contains(event.relatedTarget as Node | null)) return false;
    const link = linkAt(view.state, view.posAtDOM(targetEl));
    if (link?.kind !== 'internal') return false;
    const info = view.state.field(editorInfoField);
    tellHover(info, { event, targetEl, linktext: link.target });
    return false;
  },
});

function clickedLink(event: MouseEvent, view: EditorView): Link | undefined {
  const el = (event.target as Element).closest(LINKS);
  const shown = (event.target as Element).closest('.cm-underline') !== null;
  if (el === null || !(shown || event.ctrlKey || event.metaKey)) return undefined;
  return linkAt(view.state, view.posAtDOM(el));
}

function linkAt(state: EditorState, pos: number): Link | undefined {
  const node = syntaxTree(state).resolveInner(pos, 1);
  const text = (token: SyntaxNode): string => state.sliceDoc(token.from, token.to);
  if (has(node, 'hmd-internal-link')) {
    let target = node;
    while (has(target, 'link-alias') || has(target, 'link-alias-pipe')) {
      if (target.prevSibling === null) break;
      target = target.prevSibling;
    }
    return { kind: 'internal', target: text(target) };
  }
  if (has(node, 'url') && !has(node, 'formatting')) return { kind: 'external', target: text(node) };
  if (!has(node, 'link')) return undefined;
  let address: SyntaxNode | null = node;
  while (address !== null && !(has(address, 'url') && !has(address, 'formatting')))
    address = address.nextSibling;
  if (address === null) return undefined;
  const target = text(address);
  return { kind: /^[a-z][a-z0-9+.-]*:/i.test(target) ? 'external' : 'internal', target };
}

function has(node: SyntaxNode, name: string): boolean {
  return node.type.prop(tokenClassNodeProp)?.split(' ').includes(name) ?? false;
}

function tellHover(info: Obsidian.MarkdownFileInfo, link: object): void {
  const sourcePath = info.file?.path ?? '';
  info.app.workspace.trigger('hover-link', { ...link, source: 'editor', hoverParent: info, sourcePath });
}
