// Setting the video of a note that has none.
import {
  AbstractInputSuggest,
  Modal,
  Notice,
  Platform,
  Setting,
  type App,
  type TextComponent,
  type TFile,
} from 'obsidian';
import { isMediaName } from '../core/mean/media-link';
import type { Video } from '../core/mean/video';
import type { Notes } from '../playback/ports';
import { noVideo } from './chip-text';
import { Openings } from './openings';
import { attempt } from './report';

/** How long the offer stays. Milliseconds. */
const OFFER_STAYS = 8000;

const ACCEPTED = 'A YouTube link or ID, a file in your vault, or a media URL.';

const ADDRESS = /^https?:\/\/\S+$/;

/** The services that a question needs. */
export interface Asking {
  readonly app: App;
  readonly notes: Notes;
  readonly opened: Openings;
}

export interface VideoPrompts {
  readonly offerVideo: (path: string) => void;
  readonly askForVideo: (path: string | undefined, then?: (video: Video) => void) => void;
}

/** Both questions, for code that knows neither the app nor its notes. */
export function videoPrompts(app: App, notes: Notes, opened = new Openings()): VideoPrompts {
  const asking: Asking = { app, notes, opened };
  let offered: Notice | undefined;
  return {
    offerVideo: (path) => {
      // One is enough, however often a chip is clicked.
      offered?.hide();
      offered = offerVideo(asking, path);
    },
    askForVideo: (path, then) => {
      askForVideo(asking, path, then);
    },
  };
}

/** Says that the note at `path` has no video, and offers to set one. */
export function offerVideo(asking: Asking, path: string): Notice {
  const unusable = asking.notes.unusableProperty(path);
  const text = unusable === undefined ? 'Set video' : 'Change video';
  const message = createFragment((fragment) => {
    fragment.createDiv({ text: noVideo(asking.notes.videoProperty, unusable) });
    fragment.createEl('button', { cls: 'playhead-notice-button', text }, (button) => {
      button.addEventListener('click', () => {
        askForVideo(asking, path);
      });
    });
  });
  const notice = new Notice(message, OFFER_STAYS);
  asking.opened.addNotice(notice);
  return notice;
}

/** Asks for a video, sets it for the note at `path`, if there is one, and calls `then` with it. */
export function askForVideo(
  { app, notes, opened }: Asking,
  path: string | undefined,
  then: (video: Video) => void = () => undefined,
): void {
  opened.openModal(new SetVideoModal(app, { notes, path, then }));
}

interface SetVideoOptions {
  readonly notes: Notes;
  readonly path: string | undefined;
  readonly then: (video: Video) => void;
}

class SetVideoModal extends Modal {
  private text = '';
  /** Whether the note is being given its video. */
  private isBusy = false;
  private isClosed = false;

  constructor(
    app: App,
    private readonly options: SetVideoOptions,
  ) {
    super(app);
  }

  override onOpen(): void {
    const isForNote = this.options.path !== undefined;
    this.setTitle(isForNote ? 'Set the video of this note' : 'Open a video');
    const setting = new Setting(this.contentEl).setName('Video').setDesc(ACCEPTED);
    setting.addText((input) => {
      input.onChange((text) => {
        this.text = text;
      });
      input.inputEl.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) this.submit(setting);
      });
      input.setPlaceholder('YouTube link, or a file in your vault');
      input.inputEl.addClass('playhead-video-field');
      nameBy(input.inputEl, setting);
      new MediaSuggest(this.app, input.inputEl).onSelect(({ path }) => {
        input.setValue(path);
        this.text = path;
        this.submit(setting);
      });
      input.inputEl.focus();
      void this.offerCopied(setting, input);
    });
    const buttons = new Setting(this.contentEl);
    buttons.addButton((button) =>
      button.setButtonText('Cancel').onClick(() => {
        this.close();
      }),
    );
    buttons.addButton((button) =>
      button
        .setButtonText(isForNote ? 'Set video' : 'Open video')
        .setCta()
        .onClick(() => {
          this.submit(setting);
        }),
    );
  }

  override onClose(): void {
    this.isClosed = true;
    this.contentEl.empty();
  }

  /** Fills in the link that the user has copied. A phone would ask whether it may be read. */
  private async offerCopied(setting: Setting, input: TextComponent): Promise<void> {
    const { notes, path = '' } = this.options;
    const copied = Platform.isDesktop ? (await copiedText(input.inputEl.win)).trim() : '';
    const isVideo = ADDRESS.test(copied) && notes.namedVideo(copied, path) !== undefined;
    if (!isVideo || this.isClosed || input.getValue() !== '') return;
    input.setValue(copied);
    this.text = copied;
    input.inputEl.select();
    setting.setDesc(`This link is from your clipboard. ${ACCEPTED}`);
  }

  private submit(setting: Setting): void {
    if (this.isBusy) return;
    const { notes, path, then } = this.options;
    const video = notes.namedVideo(this.text, path ?? '');
    if (video === undefined) {
      setting.setDesc('This is not a YouTube link or ID, a file in your vault, or a media URL.');
      setting.settingEl.addClass('playhead-invalid');
      return;
    }
    attempt('set the video of this note', async () => {
      this.isBusy = true;
      try {
        if (path !== undefined) await notes.setVideo(path, video);
      } finally {
        this.isBusy = false;
      }
      if (this.isClosed) return;
      this.close();
      then(video);
    });
  }
}

/** The media files of the vault whose path has the text in it. */
class MediaSuggest extends AbstractInputSuggest<TFile> {
  protected override getSuggestions(query: string): TFile[] {
    const sought = query.trim().toLowerCase();
    if (sought === '') return [];
    const files = this.app.vault.getFiles();
    return files.filter(({ path }) => isMediaName(path) && path.toLowerCase().includes(sought));
  }

  override renderSuggestion({ path }: TFile, el: HTMLElement): void {
    el.setText(path);
  }
}

/** Empty where it may not be read. */
function copiedText(win: Window): Promise<string> {
  return win.navigator.clipboard.readText().catch(() => '');
}

/** For who hears it: a row of the app has no labels, and `aria-label` would be a tooltip. */
function nameBy(input: HTMLInputElement, { nameEl, descEl }: Setting): void {
  nameEl.id = 'playhead-video-name';
  descEl.id = 'playhead-video-desc';
  input.setAttribute('aria-labelledby', nameEl.id);
  input.setAttribute('aria-describedby', descEl.id);
}
