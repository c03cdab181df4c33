// The content of a preview: the picture, its progress, and a row with time, title and buttons.
import { effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import { Component, setIcon } from 'obsidian';
import type { CitedClip } from '../core/mean/clips';
import { formatCompact, spokenTimecode } from '../core/mean/timecode';
import { boundedTitle } from '../core/mean/title';
import { addressAt } from '../core/mean/video';
import type { Fault } from '../player/player';
import { pastEndText, remarkOf } from '../app/chip-text';
import { openAddress } from '../app/links';
import { faultText } from '../app/fault';
import { clipOf, type Previewed, type PreviewSources } from './previewed';
import type { PreviewClip, PreviewState, Showing } from './clip-showing';
import { providerOf } from '../core/mean/provider';
import { words } from '../texts/texts';

export interface PreviewContentOptions extends PreviewSources {
  readonly previewed: Previewed;
  /** Shows a clip in an element. */
  readonly show: (stage: HTMLElement, clip: PreviewClip) => Showing;
  readonly play: () => void;
  /** Called when the user has gone to the video's pane. */
  readonly opened: () => void;
}

export class PreviewContent extends Component {
  private readonly el: HTMLElement;
  private readonly stage: HTMLElement;
  private readonly message: HTMLElement;
  private readonly time: HTMLElement;
  private readonly length: HTMLElement;
  private readonly title: HTMLElement;
  /** The remark on a time that differs from its text. */
  private readonly remark: HTMLElement;
  private readonly clip: ReadonlySignal<CitedClip | undefined>;
  /** Whether the popover was placed: if it shrank afterwards, it would be away from its element. */
  private isPlaced = false;
  private showing: Showing | undefined;
  private stopFollowing: (() => void) | undefined;

  constructor(
    container: HTMLElement,
    private readonly options: PreviewContentOptions,
  ) {
    super();
    this.clip = clipOf(options.previewed, options);
    this.el = container.createDiv({ cls: 'playhead-preview' });
    // Neither the pointer nor the focus enters the picture.
    this.stage = this.el.createDiv({ cls: 'playhead-preview-stage', attr: { inert: '' } });
    this.message = this.el.createDiv({ cls: 'playhead-preview-message', attr: { role: 'status' } });
    this.el.createDiv({ cls: 'playhead-preview-progress' });
    const row = this.el.createDiv({ cls: 'playhead-preview-row' });
    this.time = row.createSpan({ cls: 'playhead-preview-time' });
    this.length = row.createSpan({ cls: 'playhead-preview-length' });
    this.title = row.createSpan({ cls: 'playhead-preview-title' });
    this.addButtons(row);
    this.remark = this.el.createDiv({ cls: 'playhead-preview-remark' });
    // The popover is placed before it is loaded: it must have its final size, as far as that is known.
    this.renewRemark(options.memory.length(options.previewed.video).peek());
    // The picture ignores the pointer, so its events arrive here.
    this.el.addEventListener('click', ({ target }) => {
      if (target === this.el) options.play();
    });
  }

  override onload(): void {
    const { memory, previewed } = this.options;
    this.register(effect(() => this.renewRemark(memory.length(previewed.video).value)));
    this.register(
      effect(() => {
        const clip = this.clip.value;
        untracked(() => this.renew(clip));
      }),
    );
    this.isPlaced = true;
  }

  override onunload(): void {
    this.endShowing();
    this.el.remove();
  }

  private renewRemark(length: number | undefined): void {
    const { cited, video } = this.options.previewed;
    const remark = remarkOf(cited, video, length) ?? '';
    if (remark !== this.remark.textContent) this.remark.setText(remark);
  }

  private addButtons(row: HTMLElement): void {
    const { play, opened, previewed } = this.options;
    const { video } = previewed;
    addButton(row, { icon: 'play', label: words.shared.play }, play);
    if (addressAt(video, 0) === undefined) return;
    const { site } = providerOf(video);
    const label = site === undefined ? words.preview.openAddress : words.shared.openOn(site);
    addButton(row, { icon: 'external-link', label }, () => {
      const address = addressAt(video, this.clip.peek()?.start ?? 0);
      if (address !== undefined) openAddress(address);
      opened();
    });
  }

  /** The length of a video, which may be learned late, can change the clip. */
  private renew(clip: CitedClip | undefined): void {
    const { video, cited } = this.options.previewed;
    const { memory } = this.options;
    const { title } = memory.factsOf(video);
    const length = memory.length(video).peek();
    this.title.setText(title ?? boundedTitle(providerOf(video).fileName(video) ?? ''));
    if (clip === undefined) {
      this.endShowing();
      this.say(length === undefined ? '' : pastEndText(cited.written, length));
      return;
    }
    const { start, end, isRange } = clip;
    this.time.setText(isRange ? `${formatCompact(start)}–${formatCompact(end)}` : formatCompact(start));
    const seconds = Math.round(end - start);
    this.length.setText(seconds < 60 ? words.preview.seconds(seconds) : formatCompact(seconds));
    this.length.setAttribute('aria-label', words.preview.clipOf(spokenTimecode(seconds)));
    const shown = { video, start, end };
    if (this.showing === undefined) this.begin(shown);
    else this.showing.show(shown);
  }

  private begin(clip: PreviewClip): void {
    const showing = this.options.show(this.stage, clip);
    this.showing = showing;
    // A still picture has no progress and no length.
    this.el.toggleClass('is-still', showing.isStill);
    this.stopFollowing = effect(() => this.subscribe({ load: showing, ...showing.state.value }));
  }

  private endShowing(): void {
    this.stopFollowing?.();
    this.stopFollowing = undefined;
    this.showing?.dispose();
    this.showing = undefined;
  }

  private subscribe({
    isRight,
    fault,
    title,
    length,
    position,
    load,
  }: PreviewState & { readonly load: object }): void {
    this.el.toggleClass('is-right', isRight);
    if (fault === undefined) this.takeBack();
    else this.sayFault(fault);
    if (title !== undefined) this.title.setText(title);
    const clip = this.clip.peek();
    const part =
      clip === undefined || position === undefined ? 0 : (position - clip.start) / (clip.end - clip.start);
    this.el.setCssProps({ '--playhead-preview-part': String(Math.max(0, Math.min(part, 1))) });
    const { video } = this.options.previewed;
    this.options.memory.learn(video, { title });
    if (length !== undefined)
      this.options.memory.reportLength(video, { seconds: length, load, isConfirmedByTime: false });
  }

  private sayFault(fault: Fault): void {
    const { sentence, advice } = faultText(fault, this.options.previewed.video);
    this.say(sentence, advice);
  }

  private say(sentence: string, advice?: string): void {
    this.el.addClass('has-message');
    if (!this.isPlaced) this.el.addClass('is-small');
    this.message.setText(sentence);
    if (advice !== undefined) this.message.createDiv({ cls: 'playhead-preview-advice', text: advice });
  }

  private takeBack(): void {
    this.el.removeClass('has-message');
    this.message.empty();
  }
}

interface ButtonText {
  readonly icon: string;
  readonly label: string;
}

function addButton(row: HTMLElement, { icon, label }: ButtonText, run: () => void): void {
  const button = row.createEl('button', {
    cls: 'clickable-icon playhead-preview-button',
    attr: { type: 'button', 'aria-label': label },
  });
  setIcon(button, icon);
  button.addEventListener('click', run);
}
