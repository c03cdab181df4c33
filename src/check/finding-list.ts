// The findings of a note, each with a box to tick: what is written, what it would become, why, and a button that plays it.
import { setIcon } from 'obsidian';
import type { Limit } from '../core/mean/interpretation';
import { whenHovered } from '../preview/hover-events';
import type { Finding } from '../core/write/repair';
import type { Reread } from '../core/write/reread';
import { findingText } from './finding-text';
import { words } from '../texts/texts';

export interface FindingListOptions {
  readonly limitOf: (finding: Finding) => Limit;
  readonly play: (finding: Finding) => void;
  /** The pointer is on what shows the finding's time, or a key is pressed there. */
  readonly hover: (finding: Finding, el: HTMLElement, event: MouseEvent | KeyboardEvent) => void;
  /** Shows it in the note. */
  readonly showSource: (finding: Finding) => void;
  /** The ticks have changed. */
  readonly onChange: () => void;
}

interface Row {
  readonly finding: Finding;
  /** The elements that the arrow keys go to: the box, where there is a choice, and the button that plays. */
  readonly box: HTMLInputElement | undefined;
  readonly button: HTMLElement | undefined;
}

export class FindingList {
  private readonly el: HTMLElement;
  private rows: readonly Row[] = [];

  constructor(
    container: HTMLElement,
    private readonly options: FindingListOptions,
  ) {
    this.el = container.createDiv({ cls: 'playhead-findings', attr: { role: 'list' } });
    this.el.addEventListener('keydown', (event) => this.move(event));
    this.el.addEventListener('change', options.onChange);
  }

  get ticked(): readonly Finding[] {
    return this.rows.filter(({ box }) => box?.checked === true).map(({ finding }) => finding);
  }

  /** The focus stays in its row; where that is gone, in the one before. `kept` says what has become of the rows. */
  show(findings: readonly Finding[], isTicked: (finding: Finding) => boolean, kept: Reread['kept']): void {
    const focused = this.el.doc.activeElement;
    const was = this.rows.find(({ box, button }) => [box, button].includes(focused as never));
    this.el.empty();
    this.rows = findings.map((finding) => this.addRow(finding, isTicked(finding)));
    if (was === undefined) return;
    const { from } = (kept.get(was.finding) ?? was.finding).timestamp;
    const before = this.rows.filter(({ finding }) => finding.timestamp.from <= from);
    focusOn(before.at(-1) ?? this.rows[0], was.button === focused);
  }

  tickAll(isTicked: boolean): void {
    for (const { box } of this.rows) if (box !== undefined) box.checked = isTicked;
  }

  focus(): void {
    focusOn(this.rows[0], false);
  }

  private addRow(finding: Finding, isTicked: boolean): Row {
    const { written, readsAs, why, becomes } = findingText(finding, this.options.limitOf(finding));
    const el = this.el.createDiv({ cls: 'playhead-finding', attr: { role: 'listitem' } });
    const label = el.createEl('label', { cls: 'playhead-finding-change' });
    label.toggleClass('is-fixed', becomes === undefined);
    const box = becomes === undefined ? undefined : label.createEl('input', { type: 'checkbox' });
    if (box !== undefined) box.checked = isTicked;
    label.createEl('code', { text: written });
    if (becomes !== undefined) {
      label.createSpan({
        cls: 'playhead-finding-arrow',
        text: '→',
        attr: { 'aria-label': words.shared.becomes },
      });
      label.createEl('code', { text: becomes });
    }
    const time = el.createSpan({
      cls: 'playhead-finding-time',
      text: readsAs,
      attr: { 'aria-label': words.check.readsAs(readsAs), 'data-tooltip-position': 'top' },
    });
    this.hoverOn(time, finding);
    const button = this.addButton(el, finding, readsAs);
    const source = this.addIcon(el, 'code', words.shared.showSource);
    source.addClass('playhead-finding-source');
    source.addEventListener('click', () => this.options.showSource(finding));
    el.createDiv({ cls: 'playhead-finding-why', text: why });
    return { finding, box, button };
  }

  private addButton(el: HTMLElement, finding: Finding, readsAs: string): HTMLElement | undefined {
    if (finding.video === undefined || !('seconds' in finding.interpretation)) return undefined;
    const button = this.addIcon(el, 'play', words.check.playFrom(readsAs));
    this.hoverOn(button, finding);
    button.addEventListener('click', () => this.options.play(finding));
    return button;
  }

  /** Its tooltip keeps clear of its preview, which is below. */
  private addIcon(el: HTMLElement, icon: string, name: string): HTMLElement {
    const attr = { 'aria-label': name, type: 'button', 'data-tooltip-position': 'top' };
    const button = el.createEl('button', { cls: 'clickable-icon', attr });
    setIcon(button, icon);
    return button;
  }

  private hoverOn(el: HTMLElement, finding: Finding): void {
    whenHovered(el, (event) => this.options.hover(finding, el, event));
  }

  /** The arrow keys go from row to row. */
  private move(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = this.rows.findIndex(({ box, button }) => [box, button].includes(event.targetNode as never));
    if (by === 0 || at < 0) return;
    event.preventDefault();
    const isOnButton = this.rows[at]?.button === event.targetNode;
    for (let next = at + by; next in this.rows; next += by) {
      if (focusOn(this.rows[next], isOnButton)) return;
    }
  }
}

/** Whether there was anything in the row to focus. */
function focusOn({ box, button }: Partial<Row> = {}, onButton: boolean): boolean {
  const target = onButton ? (button ?? box) : (box ?? button);
  target?.focus();
  return target !== undefined;
}
