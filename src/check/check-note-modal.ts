// "Check timestamps in this note": lists the timestamps that may be wrong, with the text that would replace each. Nothing is
// written before Apply.
import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { Modal, Notice, Setting, type App, type HoverParent, type HoverPopover } from 'obsidian';
import type { SyntaxSettings } from '../core/mean/syntax';
import { limitOf, type Limit } from '../core/mean/interpretation';
import { checkText, isUndisputed, type Finding } from '../core/write/repair';
import { nameOf, type Video } from '../core/mean/video';
import { reread } from '../core/write/reread';
import type { Change } from '../core/write/rewrite';
import { sentenceAround } from '../core/mean/sentence';
import { scan } from '../core/read/scan';
import { contextOf } from '../app/note-context';
import type { Playback } from '../playback/playback';
import { pathOf } from '../playback/note-ticks';
import type { NoteRef, Notes, NoteTexts } from '../playback/ports';
import type { VideoMemory } from '../playback/video-memory';
import type { Previews } from '../preview/hover-preview';
import type { Openings } from '../app/openings';
import { attempt } from '../app/report';
import { showTimestamp } from '../app/show-source';
import { choicesFrom, chosenChanges, type CheckChoices, type Choice, type Choices } from './check-choices';
import { FindingList } from './finding-list';
import { besideDialog } from './preview-place';
import { words } from '../texts/texts';

export interface CheckSources {
  readonly notes: Notes;
  readonly texts: NoteTexts;
  readonly memory: VideoMemory;
  readonly settings: ReadonlySignal<SyntaxSettings>;
  readonly playback: Playback;
  readonly previews: Previews;
  readonly choices: CheckChoices;
  /** The dialogs and menus that close with the plugin. */
  readonly opened: Openings;
}

/** Lists the timestamps that may be wrong in the note at `path`. */
export function checkNote(app: App, path: string, sources: CheckSources): void {
  const note = sources.notes.note(path);
  attempt(words.actions.checkNote, async () => {
    sources.opened.openModal(new CheckNoteModal(app, note, await sources.texts.read(path), sources));
  });
}

export class CheckNoteModal extends Modal implements HoverParent {
  private readonly popover = signal<HoverPopover | null>(null);
  /** Whether anything was rewritten from this dialog. */
  hasWritten = false;
  private list: FindingList | undefined;
  private summary: HTMLElement | undefined;
  /** The line that names the videos of unknown length, and opens them. */
  private unmeasured: HTMLElement | undefined;
  private cancelButton: HTMLButtonElement | undefined;
  private applyButton: HTMLButtonElement | undefined;
  private all: HTMLInputElement | undefined;
  private findings: readonly Finding[] = [];
  private stopFollowing: (() => void) | undefined;
  /** A sentence about the last rewriting. */
  private remark: string | undefined;
  private isApplying = false;
  /** The element that holds the timestamps with previews. */
  private hovered: HTMLElement | undefined;
  /** Whether the list has rows, and whether they must not be drawn anew. */
  private isListed = false;
  private isShown = false;
  /** The finding whose source the user looked at last. */
  private seen: Finding | undefined;

  /** `text` is the note's text when the list is made. */
  constructor(
    app: App,
    private readonly note: NoteRef,
    private text: string,
    private readonly sources: CheckSources,
    /** Closes the dialog from which this one was opened. */
    private readonly leave: () => void = () => undefined,
  ) {
    super(app);
  }

  get hoverPopover(): HoverPopover | null {
    return this.popover.value;
  }

  set hoverPopover(popover: HoverPopover | null) {
    this.popover.value = popover;
  }

  override onOpen(): void {
    this.modalEl.addClass('playhead-check');
    this.summary = this.contentEl.createDiv({ cls: 'playhead-check-summary', attr: { role: 'status' } });
    this.unmeasured = this.contentEl.createDiv({ cls: 'playhead-check-unmeasured' });
    this.addSelection();
    this.list = new FindingList(this.contentEl, {
      limitOf: (finding) => this.limitFor(finding),
      play: (finding) => this.play(finding),
      hover: (finding, el, event) => this.hover(finding, el, event),
      showSource: (finding) => this.showSource(finding),
      wordsAround: ({ timestamp }) => sentenceAround(this.text, timestamp),
      onChange: () => this.count(),
    });
    this.addButtons();
    this.scope.register(['Mod'], 'Enter', () => {
      this.apply();
      return false;
    });
    // Playing a timestamp of the list may tell the length of the video, which changes how others are read.
    this.stopFollowing = effect(() => this.show());
    this.list.focus(this.seen);
  }

  override onClose(): void {
    this.stopFollowing?.();
    const { list, seen } = this;
    if (list !== undefined) this.sources.choices.notes.set(this.note.path, { findings: list.choices, seen });
    if (this.hovered !== undefined) this.sources.previews.leave(this.hovered);
    this.contentEl.empty();
  }

  private addSelection(): void {
    const label = this.contentEl.createEl('label', { cls: 'playhead-check-all' });
    this.all = label.createEl('input', { type: 'checkbox' });
    label.appendText(words.check.selectAll);
    this.all.addEventListener('change', () => {
      this.list?.tickAll(this.all?.checked === true);
      this.count();
    });
  }

  private addButtons(): void {
    const buttons = new Setting(this.contentEl).setClass('playhead-check-buttons');
    buttons.addButton((button) => {
      this.cancelButton = button.setButtonText(words.shared.cancel).buttonEl;
      button.onClick(() => this.close());
    });
    buttons.addButton((button) => {
      this.applyButton = button.setCta().buttonEl;
      button.onClick(() => this.apply());
    });
  }

  /**
   * Lists the findings as they are now. A finding that was there before keeps its tick; a new one is ticked if all the others are.
   */
  private show(): void {
    // Rows that move away from the pointer would close the preview that is open; it is often the preview that tells the length.
    if (this.isShown && this.hoverPopover !== null) return;
    const { text } = this;
    const path = pathOf(this.note, this.sources.notes);
    const context = contextOf(path, this.sources, this.sources.notes.videosIn(path, text));
    this.setTitle(words.check.checkNoteTitle(this.note.path.replace(/^.*\/|\.md$/g, '')));
    const { unmeasured } = checkText(text, context);
    this.sayUnmeasured(unmeasured);
    const { earlier, seen, wereAllTicked } = this.chosenBefore();
    const { findings, kept } = reread([...earlier.keys()], text, context);
    const isSame = [...kept].every(([one, other]) => isUndisputed(one) === isUndisputed(other));
    // Notes and lengths change all the time: if the findings are the same, the rows stay, and with them the user's place in the
    // list.
    if (this.isShown && isSame && kept.size === earlier.size && kept.size === findings.length) return;
    this.isShown = true;
    this.isListed = true;
    this.seen = seen === undefined ? undefined : kept.get(seen);
    this.findings = findings;
    this.list?.show(findings, choicesFrom(earlier, kept, wereAllTicked), kept);
    const total = scan(text).length;
    this.summary?.setText(this.remark ?? this.summaryOf(total, unmeasured.length > 0));
    this.contentEl.toggleClass('is-empty', findings.length === 0);
    this.applyButton?.toggle(findings.length > 0);
    this.cancelButton?.setText(findings.length > 0 ? words.shared.cancel : words.check.close);
    this.count();
  }

  /** The choices in the list, or else those of the last check of this note; and whether everything that can be ticked is. */
  private chosenBefore(): {
    earlier: Choices;
    seen?: Finding | undefined;
    wereAllTicked: boolean;
  } {
    if (!this.isListed) {
      const { findings = new Map<Finding, Choice>(), seen } =
        this.sources.choices.notes.get(this.note.path) ?? {};
      return { earlier: findings, seen, wereAllTicked: true };
    }
    const earlier = this.list?.choices ?? new Map<Finding, Choice>();
    const wereAllTicked = [...earlier].every(([finding, { isTicked }]) => !isUndisputed(finding) || isTicked);
    return { earlier, seen: this.seen, wereAllTicked };
  }

  private summaryOf(total: number, isUnmeasured: boolean): string {
    const { findings } = this;
    const timestamps = words.counts.timestamps(total);
    if (findings.length === 0)
      return isUnmeasured && total > 0 ? words.check.nothingFoundSoFar(timestamps) : allFine(total);
    const said = words.check.noteSummary(findings.length, timestamps);
    return findings.some((finding) => this.isLengthDoubtful(finding))
      ? `${said} ${words.check.lengthNotCertain}`
      : said;
  }

  /** Whether the finding is not ticked because the length of its video was reported, but has not been confirmed yet. */
  private isLengthDoubtful({ video, isSure, becomes }: Finding): boolean {
    if (video === undefined || isSure || becomes === undefined) return false;
    const { memory } = this.sources;
    return memory.length(video).value !== undefined && memory.sureLength(video).value === undefined;
  }

  /** A video leaves the line when its length is known; the others keep their buttons, which may have the focus. */
  private sayUnmeasured(videos: readonly Video[]): void {
    const el = this.unmeasured;
    const names = videos.map(nameOf).join('\n');
    if (el === undefined || el.dataset['videos'] === names) return;
    el.dataset['videos'] = names;
    el.empty();
    const [first] = videos;
    if (first === undefined) return;
    const which = videos.length === 1 ? words.check.lengthOfVideo : words.check.lengthOfVideos(videos.length);
    el.createSpan({ text: words.check.lengthUnknown(which) });
    el.createEl('button', { text: words.check.openTheVideo, type: 'button' }, (button) => {
      button.addEventListener('click', () => {
        attempt(words.actions.openVideo, () => this.sources.playback.show(first));
      });
    });
  }

  /** The number of findings that can be ticked. */
  private get possible(): number {
    return this.findings.filter(({ becomes }) => becomes !== undefined).length;
  }

  private get ticked(): number {
    return [...(this.list?.choices.values() ?? [])].filter(({ isTicked }) => isTicked).length;
  }

  private count(): void {
    const { possible } = this;
    const { ticked } = this;
    this.applyButton?.setText(
      ticked === 0 ? words.check.apply : words.check.applyTo(words.counts.timestamps(ticked)),
    );
    if (this.applyButton !== undefined) this.applyButton.disabled = ticked === 0;
    if (this.all === undefined) return;
    this.all.checked = ticked > 0 && ticked === possible;
    this.all.indeterminate = ticked > 0 && ticked < possible;
    this.all.disabled = possible === 0;
  }

  private limitFor({ video }: Finding): Limit {
    return limitOf(video, video === undefined ? undefined : this.sources.memory.length(video).peek());
  }

  private play({ video, timestamp }: Finding): void {
    if (video === undefined) return;
    attempt(words.actions.playTimestamp, () =>
      this.sources.playback.play({ ...timestamp, video, note: this.note.path }),
    );
  }

  /** The dialogs close, since they would cover the note. */
  private showSource(finding: Finding): void {
    const { note, sources } = this;
    const { timestamp } = finding;
    this.seen = finding;
    attempt(words.actions.showSource, async () => {
      const text = await sources.texts.read(note.path);
      this.close();
      this.leave();
      await showTimestamp(this.app, { path: note.path, text, timestamp });
    });
  }

  private hover(
    { video, timestamp }: Finding,
    targetEl: HTMLElement,
    event: MouseEvent | KeyboardEvent,
  ): void {
    if (video === undefined) return;
    this.hovered = targetEl;
    const at = besideDialog(this.modalEl, targetEl);
    const target = { parent: this, targetEl, at, cited: timestamp, video, note: this.note.path };
    this.sources.previews.hover(target, event);
  }

  private apply(): void {
    const choices = this.list?.choices ?? new Map<Finding, Choice>();
    if (this.ticked === 0 || this.isApplying) return;
    this.isApplying = true;
    attempt(words.actions.rewriteTimestamps, async () => {
      const { changed, missed, text } = await applyChoices(this.note, choices, this.sources).finally(() => {
        this.isApplying = false;
      });
      if (changed > 0) this.hasWritten = true;
      new Notice(words.check.rewritten(words.counts.timestamps(changed)));
      if (missed === 0) this.close();
      else if (this.modalEl.isConnected) this.showMissed(text, missed);
    });
  }

  private showMissed(text: string, missed: number): void {
    this.remark = words.check.noteChanged(words.counts.timestamps(missed));
    this.isShown = false;
    this.stopFollowing?.();
    this.text = text;
    this.stopFollowing = effect(() => this.show());
  }
}

function allFine(total: number): string {
  if (total === 0) return words.check.noTimestamps;
  return total === 1 ? words.check.oneFine : words.check.allFine(total);
}

interface Applied {
  readonly changed: number;
  /** The number of findings that had changed meanwhile, and were left alone. */
  readonly missed: number;
  /** The text of the note afterwards. */
  readonly text: string;
}

/** Writes the ticked findings whose text in the note has not changed since. */
async function applyChoices(note: NoteRef, choices: Choices, sources: CheckSources): Promise<Applied> {
  const ticked = [...choices.values()].filter(({ isTicked }) => isTicked);
  let changed = 0;
  const changesIn = (text: string): readonly Change[] => {
    // All findings, also those not ticked: if several have the same text, their order tells which is which.
    const context = contextOf(note.path, sources, sources.notes.videosIn(note.path, text));
    const chosen = chosenChanges(choices, checkText(text, context).findings, false);
    changed = chosen.filter(({ length }) => length > 0).length;
    return chosen.flat();
  };
  const text = await sources.texts.change(note.path, changesIn);
  return { changed, missed: ticked.length - changed, text };
}
