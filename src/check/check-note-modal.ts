// "Check timestamps in this note": what is not as written, with what it would become. Nothing is written before Apply.
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
import { changesBy, choicesFrom, type CheckChoices, type Choice, type Choices } from './check-choices';
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
  /** All that closes with the plugin. */
  readonly opened: Openings;
}

/** Lists what may be wrong in the note at `path`, as its text is now. */
export function checkNote(app: App, path: string, sources: CheckSources): void {
  const note = sources.notes.note(path);
  attempt(words.actions.checkNote, async () => {
    sources.opened.openModal(new CheckNoteModal(app, note, await sources.texts.read(path), sources));
  });
}

export class CheckNoteModal extends Modal implements HoverParent {
  private readonly popover = signal<HoverPopover | null>(null);
  /** Whether anything was rewritten from here. */
  hasWritten = false;
  private list: FindingList | undefined;
  private summary: HTMLElement | undefined;
  /** Says which lengths are not known, and opens their videos. */
  private unmeasured: HTMLElement | undefined;
  private cancelButton: HTMLButtonElement | undefined;
  private applyButton: HTMLButtonElement | undefined;
  private all: HTMLInputElement | undefined;
  private findings: readonly Finding[] = [];
  private stopFollowing: (() => void) | undefined;
  /** The outcome of the last time it was applied. */
  private remark: string | undefined;
  private isApplying = false;
  /** The timestamps that can be previewed. */
  private hovered: HTMLElement | undefined;
  /** Whether the list has rows already, and whether they are still to be shown as they are. */
  private isListed = false;
  private isShown = false;
  /** The finding whose source was looked at last. */
  private seen: Finding | undefined;

  /** `text` is that of the note when the list is made. */
  constructor(
    app: App,
    private readonly note: NoteRef,
    private text: string,
    private readonly sources: CheckSources,
    /** Closes the dialog that this one was opened from. */
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
    // Playing one from the list may tell how long the video is, and with it what the others mean.
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
   * Lists what is found now. For what is still the same the user's choice stays, also that of an earlier time; what is new is
   * ticked if all is.
   */
  private show(): void {
    // Rows that move away from the pointer would end the preview that is open; most often it tells the length itself.
    if (this.isShown && this.hoverPopover !== null) return;
    const { text } = this;
    const path = pathOf(this.note, this.sources.notes);
    const context = contextOf(path, this.sources, this.sources.notes.videosIn(path, text));
    this.setTitle(words.check.checkNoteTitle(this.note.path.replace(/^.*\/|\.md$/g, '')));
    const { unmeasured } = checkText(text, context);
    this.sayUnmeasured(unmeasured);
    const { earlier, seen, wereAll } = this.chosenBefore();
    const { findings, kept } = reread([...earlier.keys()], text, context);
    const isSame = [...kept].every(([one, other]) => isUndisputed(one) === isUndisputed(other));
    // Notes change all the time, and lengths are learned: whoever is in the list stays where they are in it.
    if (this.isShown && isSame && kept.size === earlier.size && kept.size === findings.length) return;
    this.isShown = true;
    this.isListed = true;
    this.seen = seen === undefined ? undefined : kept.get(seen);
    this.findings = findings;
    this.list?.show(findings, choicesFrom(earlier, kept, wereAll), kept);
    const total = scan(text).length;
    this.summary?.setText(this.remark ?? this.summaryOf(total, unmeasured.length > 0));
    this.contentEl.toggleClass('is-empty', findings.length === 0);
    this.applyButton?.toggle(findings.length > 0);
    this.cancelButton?.setText(findings.length > 0 ? words.shared.cancel : words.check.close);
    this.count();
  }

  /** The choices in the list, or else those of the last time that the note was checked, and whether all that can be ticked is. */
  private chosenBefore(): {
    earlier: Choices;
    seen?: Finding | undefined;
    wereAll: boolean;
  } {
    if (!this.isListed) {
      const { findings = new Map<Finding, Choice>(), seen } =
        this.sources.choices.notes.get(this.note.path) ?? {};
      return { earlier: findings, seen, wereAll: true };
    }
    const earlier = this.list?.choices ?? new Map<Finding, Choice>();
    const wereAll = [...earlier].every(([finding, { isTicked }]) => !isUndisputed(finding) || isTicked);
    return { earlier, seen: this.seen, wereAll };
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

  /** Whether it is not ticked because a length has been heard, and not been confirmed yet. */
  private isLengthDoubtful({ video, isSure, becomes }: Finding): boolean {
    if (video === undefined || isSure || becomes === undefined) return false;
    const { memory } = this.sources;
    return memory.length(video).value !== undefined && memory.sureLength(video).value === undefined;
  }

  /** Whose length comes leaves the line; the same ones stay as they are, with the focus that may be on their buttons. */
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

  /** How many can be ticked. */
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

  /** Behind the dialogs nobody sees it. */
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
  /** How many had changed since they were found, and were left alone. */
  readonly missed: number;
  /** The note's text afterwards. */
  readonly text: string;
}

/** Writes what was found and ticked, as far as it is still the same in the note as it is now. */
async function applyChoices(note: NoteRef, choices: Choices, sources: CheckSources): Promise<Applied> {
  const ticked = [...choices].filter(([, { isTicked }]) => isTicked);
  let changed = 0;
  const changesIn = (text: string): readonly Change[] => {
    // With those that are not ticked: of many that say the same, each is told by the others.
    const context = contextOf(note.path, sources, sources.notes.videosIn(note.path, text));
    const { kept } = reread([...choices.keys()], text, context);
    const now = ticked.flatMap(([finding, choice]) => {
      const one = kept.get(finding);
      return one === undefined ? [] : [changesBy(one, choice)];
    });
    changed = now.length;
    return now.flat();
  };
  const text = await sources.texts.change(note.path, changesIn);
  return { changed, missed: ticked.length - changed, text };
}
