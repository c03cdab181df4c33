// The content of a video pane: the player, or a message in its place.
import { setIcon } from 'obsidian';
import { providerOf } from '../core/mean/provider';
import { formatCompact } from '../core/mean/timecode';
import { isAudio, nameOf, type Video } from '../core/mean/video';
import type { Fault, Snapshot } from '../player/player';
import { addPoster } from '../app/poster';
import { faultText } from '../app/fault';
import { words } from '../texts/texts';

export interface PaneContentOptions {
  readonly retry: () => void;
  readonly play: () => void;
  readonly openOnSite: () => void;
  /** The second of the video. */
  readonly time: () => number;
}

export class PaneContent {
  /** The element for the player, and for nothing else. */
  readonly stage: HTMLElement;
  /** The element for the controls: under the player, never over it. */
  readonly controls: HTMLElement;
  private readonly message: HTMLElement;
  /** The title that is shown for audio. */
  private readonly caption: HTMLElement;
  /** The captions of an audio file, which has no picture. */
  private readonly spoken: HTMLElement;
  /** The button that opens a failed video on its site, at its second. */
  private elsewhere: { readonly button: HTMLElement; readonly site: string } | undefined;
  private said = '';

  constructor(
    private readonly container: HTMLElement,
    private readonly options: PaneContentOptions,
  ) {
    container.addClass('playhead-pane');
    this.stage = container.createDiv({ cls: 'playhead-stage' });
    this.message = container.createDiv({ cls: 'playhead-message', attr: { role: 'status' } });
    const sound = container.createDiv({ cls: 'playhead-sound' });
    setIcon(sound.createDiv({ cls: 'playhead-sound-icon' }), 'audio-lines');
    this.caption = sound.createDiv({ cls: 'playhead-sound-name' });
    this.spoken = sound.createDiv({ cls: 'playhead-sound-text' });
    this.controls = container.createDiv({ cls: 'playhead-under' });
  }

  /** `withheld` is a video that is loaded only when it is played. */
  show(video: Video | undefined, snapshot: Snapshot | undefined, withheld?: Video): void {
    const fault = snapshot?.fault;
    this.container.toggleClass('is-empty', video === undefined);
    this.container.toggleClass('has-fault', fault !== undefined);
    const status = snapshot?.status;
    this.container.toggleClass('is-loading', status === 'loading');
    this.container.toggleClass('is-waiting', status === 'loading' || status === 'buffering');
    const hasPicture = video === undefined || !isAudio(video);
    this.container.toggleClass('is-audio', !hasPicture);
    this.caption.setText(hasPicture ? '' : (snapshot?.title ?? ''));
    const said = `${fault ?? ''} ${video === undefined ? '' : 'video'} ${snapshot?.title ?? ''} ${withheld === undefined ? '' : nameOf(withheld)}`;
    // The focus may be on Retry: it stays if nothing changes.
    if (said === this.said) return;
    this.said = said;
    this.message.empty();
    this.elsewhere = undefined;
    const host = withheld === undefined ? undefined : providerOf(withheld).unknownHost(withheld);
    if (host !== undefined) this.showWithheld(host);
    else if (video === undefined) this.message.setText(words.pane.emptyPane);
    else if (fault !== undefined) this.showFault(fault, video, snapshot?.title);
  }

  /** The second of the video may have changed. */
  renewTime(): void {
    if (this.elsewhere === undefined) return;
    const { button, site } = this.elsewhere;
    const text = words.pane.openOnAt(site, formatCompact(this.options.time()));
    if (button.textContent !== text) button.setText(text);
  }

  /** Shows the captions of an audio file; undefined if it has none. */
  showSpoken(text: string | undefined): void {
    this.spoken.toggleClass('is-absent', text === undefined);
    this.spoken.setText(text ?? '');
  }

  private showWithheld(host: string): void {
    this.message.createDiv({ cls: 'playhead-message-title', text: words.pane.withheld(host) });
    this.message.createDiv({ text: words.pane.withheldRemark });
    addButton(
      this.message.createDiv({ cls: 'playhead-message-buttons' }),
      words.shared.play,
      this.options.play,
    );
  }

  private showFault(fault: Fault, video: Video, title: string | undefined): void {
    const provider = providerOf(video);
    const { site } = provider;
    const { sentence, advice, retry } = faultText(fault, video);
    this.showFaultPicture(fault, video);
    this.message.createDiv({ cls: 'playhead-message-title', text: sentence });
    const name = provider.pathOf(video) ?? title;
    if (name !== undefined) this.message.createDiv({ text: name });
    if (advice !== undefined) this.message.createDiv({ text: advice });
    const buttons = this.message.createDiv({ cls: 'playhead-message-buttons' });
    const { retry: onRetry, openOnSite } = this.options;
    if (retry) addButton(buttons, words.pane.retry, onRetry);
    if (site !== undefined) this.elsewhere = { button: addButton(buttons, '', openOnSite), site };
    this.renewTime();
  }

  private showFaultPicture(fault: Fault, video: Video): void {
    const icon = this.message.createDiv({ cls: 'playhead-message-icon' });
    setIcon(icon, 'circle-alert');
    // A video that cannot be played in this app still has a poster, and can be opened elsewhere.
    const poster = fault === 'refused' ? providerOf(video).posterOf(video) : undefined;
    if (poster === undefined) return;
    const picture = this.message.createDiv({ cls: 'playhead-message-poster' });
    addPoster(picture, poster, (isThere) => (isThere ? icon : picture).remove());
  }
}

function addButton(container: HTMLElement, text: string, onClick: () => void): HTMLElement {
  const button = container.createEl('button', { text });
  button.addEventListener('click', onClick);
  return button;
}
