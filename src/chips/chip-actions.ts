// The actions of a chip: by a click, or from its menu.
import { Menu, Notice, Platform, type HoverParent } from 'obsidian';
import { addressOf } from '../core/write/citation';
import { formatCompact } from '../core/mean/timecode';
import { interpret, limitOf, type Limit } from '../core/mean/interpretation';
import { nudge, setTo } from '../core/write/nudge';
import { addressAt, linkAt, nameOf, type Video } from '../core/mean/video';
import { knownSecond } from '../playback/current-video';
import type { Playback, Where } from '../playback/playback';
import type { ChangesFor, ChipSource } from './chip-source';
import type { Chip, ChipEvent, ChipGesture } from './chip';
import type { ChipInput } from './chip-gestures';
import { keepInView } from './keep-in-view';
import { openAddress } from '../app/links';
import { addSections, showMenu } from '../app/menu-sections';
import type { HoverPreview } from '../preview/hover-preview';
import type { Openings } from '../app/openings';
import { attempt } from '../app/report';
import { providerOf } from '../core/mean/provider';
import { words } from '../texts/texts';

export interface ChipActionsOptions {
  readonly playback: Playback;
  readonly preview: Pick<HoverPreview, 'hover' | 'press' | 'openModal' | 'isOff'>;
  /** The dialogs and menus that close with the plugin. */
  readonly opened: Openings;
  /** Opens a link of the note at `path` as the app does for this event. */
  readonly openLink: (link: string, path: string, event: ChipInput) => void;
  /** Offers to set the video of the note at `path`. */
  readonly offerVideo: (path: string) => void;
  /** Asks for the video of the note at `path`, and sets it. */
  readonly askForVideo: (path: string) => void;
}

/** The target of a gesture: the chip, its present video, and the path of its note. */
export interface ChipTarget {
  readonly chip: Chip;
  readonly video: Video | undefined;
  readonly path: string;
  /** Its offset in the note; undefined if it is not known. */
  readonly from?: number | undefined;
  /** Undefined if the text of the chip cannot be changed. */
  readonly source: ChipSource | undefined;
}

/** The pane in which a chip plays, and whether it loops. */
interface Playing {
  readonly where: Where;
  readonly loop?: boolean;
}

const WHERE: Readonly<Record<Exclude<ChipGesture, 'menu'>, Where>> = {
  play: 'best',
  'play-new-pane': 'split',
  'play-new-tab': 'tab',
};

const NO_NOTE = words.chips.noVideoOutsideNote;

export class ChipActions {
  constructor(private readonly options: ChipActionsOptions) {}

  perform(target: ChipTarget, gesture: ChipGesture, event: ChipEvent): void {
    this.options.preview.press(event);
    if (gesture === 'menu') this.openMenu(target, event);
    else if (gesture === 'play' || !this.openLink(target, event)) {
      this.play(target, { where: WHERE[gesture] });
    }
  }

  /** A link to a file or its address is also a link of the app. Returns whether it was opened. */
  private openLink({ chip, video, path }: ChipTarget, event: ChipEvent): boolean {
    const { openLink } = this.options;
    const { kind, named, written, end } = chip.cited;
    const isApp = kind === 'link' && named !== undefined && video !== undefined && 'instanceOf' in event;
    if (!isApp || providerOf(video).site !== undefined) return false;
    const moment = `#t=${written.time ?? ''}${end === undefined ? '' : `,${end}`}`;
    openLink(`${nameOf(video)}${moment}`, path, event);
    return true;
  }

  /** The pointer rests on the chip, or a key is pressed on it: shows a preview in a popover of `parent`. */
  hover(
    target: Pick<ChipTarget, 'chip' | 'video' | 'path'>,
    parent: HoverParent,
    event: MouseEvent | KeyboardEvent,
  ): void {
    const { chip, video, path } = target;
    if (video === undefined) return;
    this.options.preview.hover({ parent, targetEl: chip.el, cited: chip.cited, video, note: path }, event);
  }

  private play({ chip, video, path, from }: ChipTarget, { where, loop = false }: Playing): void {
    const state = chip.state;
    if (state === undefined) return;
    if (video === undefined && chip.cited.named === undefined) {
      if (isNote(path)) this.options.offerVideo(path);
      else new Notice(NO_NOTE);
    } else if (video === undefined || state.interpretation.how === 'unreadable') {
      new Notice(state.text.remark ?? state.text.name);
    } else {
      const request = { ...chip.cited, video, note: path, from, loop };
      attempt(words.actions.playTimestamp, () =>
        keepInView(chip.el, () => this.options.playback.play(request, where)),
      );
    }
  }

  private openMenu(target: ChipTarget, event: ChipEvent): void {
    const sections = this.sectionsFor(target);
    if (sections.flat().length === 0) return;
    const menu = new Menu();
    addSections(menu, sections, (item, { title, icon, run }) => {
      item.setTitle(title).setIcon(icon).onClick(run);
    });
    this.options.opened.addMenu(menu);
    showMenu(menu, event, target.chip.el.doc);
  }

  /** The entries of the chip's menu; without those that its video does not support. */
  private sectionsFor(target: ChipTarget): readonly (readonly MenuEntry[])[] {
    const { chip, video, path } = target;
    if (video === undefined) {
      const setVideo = (): void => this.options.askForVideo(path);
      return chip.cited.named === undefined && isNote(path)
        ? [[{ title: words.chips.setVideo, icon: 'film', run: setVideo }]]
        : [];
    }
    const interpretation = chip.state?.interpretation;
    return interpretation !== undefined && 'seconds' in interpretation
      ? [
          this.playEntries(target),
          linkEntries(chip.el.win, video, interpretation.seconds),
          this.sourceEntries(target),
        ]
      : [this.sourceEntries(target)];
  }

  /** The entries that change the note, or show the source. */
  private sourceEntries({ chip, video, source }: ChipTarget): readonly MenuEntry[] {
    if (source === undefined) return [];
    const limit = limitOf(video, chip.state?.sureLength);
    const entry = (title: string, icon: string, changesFor: ChangesFor): MenuEntry => ({
      title,
      icon,
      run: () => attempt(words.actions.changeTimestamp, () => source.change(changesFor)),
    });
    const seconds = knownSecond(this.options.playback.currentVideoOf(video), chip.state?.length);
    const nudges = !isSurelyRead(chip, limit)
      ? []
      : [
          entry('Nudge −1 s', 'chevron-left', (text, timestamp) => nudge(text, timestamp, { by: -1, limit })),
          entry('Nudge +1 s', 'chevron-right', (text, timestamp) => nudge(text, timestamp, { by: 1, limit })),
        ];
    return [
      ...nudges,
      ...(seconds === undefined
        ? []
        : [
            entry(words.chips.setToCurrentTime, 'timer', (text, timestamp) =>
              setTo(text, timestamp, { seconds, limit }),
            ),
          ]),
      {
        title: words.shared.showSource,
        icon: 'code',
        run: () => attempt(words.actions.showSource, () => source.reveal()),
      },
    ];
  }

  private playEntries(target: ChipTarget): readonly MenuEntry[] {
    const play = (playing: Playing) => (): void => this.play(target, playing);
    const here = { title: words.shared.playHere, icon: 'play', run: play({ where: 'best' }) };
    const inNewPane = {
      title: words.chips.playInNewPane,
      icon: 'separator-vertical',
      run: play({ where: 'split' }),
    };
    const preview = this.previewEntries(target);
    const loop = {
      title: words.shared.loopThisClip,
      icon: 'repeat',
      run: play({ where: 'best', loop: true }),
    };
    return this.options.playback.isShown(target.video)
      ? [here, loop, ...preview]
      : [here, inNewPane, loop, ...preview];
  }

  /** The entry for devices without a pointer. */
  private previewEntries({ chip, video, path }: ChipTarget): readonly MenuEntry[] {
    const { preview } = this.options;
    if (!Platform.isMobile || preview.isOff || video === undefined) return [];
    const run = (): void => preview.openModal({ cited: chip.cited, video, note: path });
    return [{ title: words.shared.preview, icon: 'picture-in-picture-2', run }];
  }
}

/** Whether the chip's second was read by a certain length, and is within the video. */
function isSurelyRead({ cited, state }: Chip, limit: Limit): boolean {
  const surely = interpret(cited.written, limit);
  const shown = state?.interpretation;
  return shown !== undefined && 'seconds' in shown && 'seconds' in surely && shown.seconds === surely.seconds;
}

/** The card of a canvas has no properties in which a video could be set. */
function isNote(path: string): boolean {
  return path.endsWith('.md');
}

interface MenuEntry {
  readonly title: string;
  readonly icon: string;
  readonly run: () => void;
}

/** `win` is the chip's window: only the focused window may write to the clipboard. */
function linkEntries(win: Window, video: Video, seconds: number): readonly MenuEntry[] {
  const address = addressAt(video, seconds);
  if (address === undefined) {
    const link = linkAt(video, seconds);
    const copyOfFile = (): void => copy(win, link ?? '');
    return link === undefined ? [] : [{ title: words.shared.copyLinkAtTime, icon: 'link', run: copyOfFile }];
  }
  const { site } = providerOf(video);
  const open = (): void => openAddress(address);
  const copyLink = (): void => copy(win, address);
  const copyMarkdown = (): void => {
    copy(win, `[${formatCompact(seconds)}](${addressOf(video, seconds)})`);
  };
  return [
    ...(site === undefined ? [] : [{ title: words.shared.openOn(site), icon: 'external-link', run: open }]),
    { title: words.shared.copyLinkAtTime, icon: 'link', run: copyLink },
    { title: words.chips.copyAsMarkdownLink, icon: 'clipboard-copy', run: copyMarkdown },
  ];
}

function copy(win: Window, text: string): void {
  attempt(words.actions.copyLink, () => win.navigator.clipboard.writeText(text));
}
