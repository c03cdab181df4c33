// A canvas, as far as notes are concerned: cards of text, which are edited in place, and cards that show a note. Cards stand
// where the file says; there is no panning, zooming or arranging. (In the app a card's editor stands in a frame; here not.)
import type { AllCanvasNodeData, CanvasData } from 'obsidian/canvas';
import { TextFileView } from '../views/file-view';
import { FileCard } from './file-card';
import { TextCard } from './text-card';

type Card = TextCard | FileCard;

/** Pixels around the cards. */
const MARGIN = 40;

export class CanvasView extends TextFileView {
  override icon = 'layout-dashboard';
  readonly #canvasEl = this.contentEl.createDiv('canvas-wrapper').createDiv('canvas');
  #canvas: CanvasData = { nodes: [], edges: [] };
  #cards: readonly Card[] = [];

  getViewType(): string {
    return 'canvas';
  }

  override onload(): void {
    super.onload();
    // A press beside the card that is edited ends its editing.
    this.registerDomEvent(this.contentEl, 'mousedown', (event: MouseEvent) => {
      for (const card of this.#cards) if (!card.el.contains(event.target as Node)) card.stopEditing();
    });
  }

  getViewData(): string {
    return JSON.stringify(this.#canvas, undefined, '\t');
  }

  setViewData(data: string): void {
    this.clear();
    this.#canvas = readCanvas(data);
    const left = Math.min(...this.#canvas.nodes.map(({ x }) => x));
    const top = Math.min(...this.#canvas.nodes.map(({ y }) => y));
    this.#cards = this.#canvas.nodes.flatMap((node) => this.#addCard(node, { left, top }));
  }

  clear(): void {
    for (const card of this.#cards) this.removeChild(card);
    this.#cards = [];
    this.#canvas = { nodes: [], edges: [] };
    this.#canvasEl.empty();
  }

  override updateOptions(): void {
    for (const card of this.#cards) card.updateOptions();
  }

  override focus(): void {
    const edited = this.#cards.find((card) => card.isEdited());
    if (edited === undefined) super.focus();
    else edited.focus();
  }

  #addCard(node: AllCanvasNodeData, origin: { left: number; top: number }): Card[] {
    if (node.type !== 'text' && node.type !== 'file') return [];
    const el = this.#canvasEl.createDiv('canvas-node');
    el.setCssStyles({
      left: `${node.x - origin.left + MARGIN}px`,
      top: `${node.y - origin.top + MARGIN}px`,
      width: `${node.width}px`,
      height: `${node.height}px`,
    });
    if (node.type === 'file') return [this.addChild(new FileCard(el, this.app, node))];
    return [
      this.addChild(
        new TextCard(el, node, {
          app: this.app,
          canvasPath: () => this.file?.path ?? '',
          onChange: () => {
            this.requestSave();
          },
        }),
      ),
    ];
  }
}

/** An empty file is an empty canvas; so is one that cannot be read. */
function readCanvas(data: string): CanvasData {
  try {
    const { nodes = [], edges = [], ...rest } = JSON.parse(data) as Partial<CanvasData>;
    return { nodes, edges, ...rest };
  } catch {
    return { nodes: [], edges: [] };
  }
}
