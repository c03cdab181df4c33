// The findings of a note. Each row has a box, the written text, the text that would replace it, the reason, and a button that plays
// it.
import { setIcon } from 'obsidian';
import type { Limit } from '../core/mean/interpretation';
import { whenHovered } from '../preview/hover-events';
import type { Finding } from '../core/write/repair';
import type { Reread } from '../core/write/reread';
import type { Choice } from './check-choices';
import { findingText, type FindingText } from './finding-text';
import { byItsLabel } from './labelled';
import { words } from '../texts/texts';

export interface FindingListOptions {
  readonly limitOf: (finding: Finding) => Limit;
  readonly play: (finding: Finding) => void;
  /** Called when the pointer rests on the time of a finding, or a key is pressed there. */
  readonly hover: (finding: Finding, el: HTMLElement, event: MouseEvent | KeyboardEvent) => void;
  /** The sentence around it in the note. */
  readonly wordsAround: (finding: Finding) => string;
  /** Shows the finding in its note. */
  readonly showSource: (finding: Finding) => void;
  /** Called when a box was selected or cleared. */
  readonly onChange: () => void;
}

interface Row {
  readonly finding: Finding;
  /** The elements between which the arrow keys move: the box, if there is a choice, and the Play button. */
  readonly box: HTMLInputElement | undefined;
  readonly button: HTMLElement | undefined;
  /** Chooses between the two times of a finding. */
  readonly times: HTMLSelectElement | undefined;
}

const BY_LABEL = 'label';

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

  /** The choices of all findings in the list. */
  get choices(): ReadonlyMap<Finding, Choice> {
    return new Map(
      this.rows.map(({ finding, box, times }) => [
        finding,
        { isTicked: box?.checked === true, isByLabel: times?.value === BY_LABEL },
      ]),
    );
  }

  /**
   * Draws the list. The focus stays in its row or, if that is gone, goes to the row before. `kept` tells which findings were there
   * before.
   */
  show(findings: readonly Finding[], choiceOf: (finding: Finding) => Choice, kept: Reread['kept']): void {
    const focused = this.el.doc.activeElement;
    const was = this.rows.find(({ box, button }) => [box, button].includes(focused as never));
    this.el.empty();
    this.rows = findings.map((finding) => this.addRow(finding, choiceOf(finding)));
    if (was === undefined) return;
    const { from } = (kept.get(was.finding) ?? was.finding).timestamp;
    const before = this.rows.filter(({ finding }) => finding.timestamp.from <= from);
    focusOn(before.at(-1) ?? this.rows[0], was.button === focused);
  }

  tickAll(isTicked: boolean): void {
    for (const { box } of this.rows) if (box !== undefined) box.checked = isTicked;
  }

  /** Focuses the row of this finding, or else the first row. */
  focus(finding?: Finding): void {
    focusOn(this.rows.find((row) => row.finding === finding) ?? this.rows[0], false);
  }

  private addRow(finding: Finding, choice: Choice): Row {
    const limit = this.options.limitOf(finding);
    const text = findingText(finding, limit);
    const el = this.el.createDiv({ cls: 'playhead-finding', attr: { role: 'listitem' } });
    const { box, times } = addChange(el, text, choice);
    const labelled = byItsLabel(finding, limit);
    // The Play button plays the chosen time.
    const chosen = (): Finding => (times?.value === BY_LABEL ? labelled : finding);
    const time = el.createSpan({ cls: 'playhead-finding-time', attr: { 'data-tooltip-position': 'top' } });
    this.hoverOn(time, chosen);
    const button = this.addButton(el, chosen);
    const sayTime = (): void => {
      const { readsAs } = findingText(chosen(), limit);
      time.setText(readsAs);
      time.setAttribute('aria-label', words.check.readsAs(readsAs));
      button?.setAttribute('aria-label', words.check.playFrom(readsAs));
    };
    sayTime();
    times?.addEventListener('change', sayTime);
    const source = this.addIcon(el, 'code', words.shared.showSource);
    source.addClass('playhead-finding-source');
    source.addEventListener('click', () => this.options.showSource(finding));
    el.createDiv({ cls: 'playhead-finding-words', text: this.options.wordsAround(finding) });
    el.createDiv({ cls: 'playhead-finding-why', text: text.why });
    return { finding, box, button, times };
  }

  private addButton(el: HTMLElement, chosen: () => Finding): HTMLElement | undefined {
    const { video, interpretation } = chosen();
    if (video === undefined || !('seconds' in interpretation)) return undefined;
    const button = this.addIcon(el, 'play', '');
    this.hoverOn(button, chosen);
    button.addEventListener('click', () => this.options.play(chosen()));
    return button;
  }

  /** The tooltip opens above, since the preview opens below. */
  private addIcon(el: HTMLElement, icon: string, name: string): HTMLElement {
    const attr = { 'aria-label': name, type: 'button', 'data-tooltip-position': 'top' };
    const button = el.createEl('button', { cls: 'clickable-icon', attr });
    setIcon(button, icon);
    return button;
  }

  private hoverOn(el: HTMLElement, chosen: () => Finding): void {
    whenHovered(el, (event) => this.options.hover(chosen(), el, event));
  }

  /** Moves with the arrow keys from row to row. */
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

/** Whether the row had an element to focus. */
function focusOn({ box, button }: Partial<Row> = {}, onButton: boolean): boolean {
  const target = onButton ? (button ?? box) : (box ?? button);
  target?.focus();
  return target !== undefined;
}

/** Adds the box, the written text, and the text that would replace it: a choice, if either of two times may be right. */
function addChange(
  el: HTMLElement,
  { written, becomes, byLabel }: FindingText,
  { isTicked, isByLabel }: Choice,
): Pick<Row, 'box' | 'times'> {
  const change = el.createDiv({ cls: 'playhead-finding-change' });
  const label = change.createEl('label', { cls: 'playhead-finding-change' });
  label.toggleClass('is-fixed', becomes === undefined);
  const box = becomes === undefined ? undefined : label.createEl('input', { type: 'checkbox' });
  if (box !== undefined) box.checked = isTicked;
  label.createEl('code', { text: written });
  if (becomes === undefined) return { box, times: undefined };
  const attr = { 'aria-label': words.shared.becomes };
  label.createSpan({ cls: 'playhead-finding-arrow', text: '→', attr });
  if (byLabel === undefined) {
    label.createEl('code', { text: becomes });
    return { box, times: undefined };
  }
  const times = change.createEl('select', { cls: 'dropdown', attr });
  times.createEl('option', { value: '', text: words.check.asItPlays(becomes) });
  times.createEl('option', { value: BY_LABEL, text: words.check.asItsLabel(byLabel) });
  if (isByLabel) times.value = BY_LABEL;
  // Runs before the list's own listener, to which the event bubbles.
  times.addEventListener('change', () => {
    if (box !== undefined) box.checked = true;
  });
  return { box, times };
}
