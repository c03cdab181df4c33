// Asks the user for the video of a note that has none.
import { addDialogButtons } from './dialog-buttons';
import {
  AbstractInputSuggest,
  Modal,
  Platform,
  Setting,
  type App,
  type Notice,
  type TextComponent,
  type TFile,
} from 'obsidian';
import { isMediaName } from '../core/mean/media-link';
import type { Video } from '../core/mean/video';
import { startIn } from '../core/mean/youtube-url';
import type { Notes } from '../playback/ports';
import { noVideo } from './chip-text';
import { Openings } from './openings';
import { attempt } from './report';
import { words } from '../texts/texts';

const ACCEPTED = words.app.videoInputHint;

const ADDRESS = /^https?:\/\/\S+$/;

/** The services that the questions need. */
export interface Asking {
  readonly app: App;
  readonly notes: Notes;
  readonly opened: Openings;
}

export interface VideoPrompts {
  readonly offerVideo: (path: string) => void;
  readonly askForVideo: (path: string | undefined, then?: VideoQuestion['then']) => void;
}

/** Both questions as functions, for code that knows neither the app nor its notes. */
export function videoPrompts(app: App, notes: Notes, opened = new Openings()): VideoPrompts {
  const asking: Asking = { app, notes, opened };
  let offered: Notice | undefined;
  return {
    offerVideo: (path) => {
      // Only one offer is shown, however often a chip is clicked.
      offered?.hide();
      offered = offerVideo(asking, path);
    },
    askForVideo: (path, then) => askForVideo(asking, path, then),
  };
}

/** Says that the note at `path` has no video, and offers to set one. */
export function offerVideo(asking: Asking, path: string): Notice {
  const unusable = asking.notes.unusableProperty(path);
  const text = unusable === undefined ? words.app.setVideo : words.app.changeVideo;
  return asking.opened.offer(noVideo(asking.notes.videoProperty, unusable), text, () =>
    askForVideo(asking, path),
  );
}

/** Asks for a video, sets it for the note at `path` (if a path is given), and calls `then` with it. */
export function askForVideo(
  { app, notes, opened }: Asking,
  path: string | undefined,
  then: VideoQuestion['then'] = () => undefined,
): void {
  const question = path === undefined ? OPEN : SET;
  const take = async (video: Video): Promise<undefined> => {
    if (path !== undefined) await notes.setVideo(path, video);
  };
  opened.openModal(
    new VideoModal(app, { ...question, parse: (text) => notes.namedVideo(text, path ?? ''), take, then }),
  );
}

const SET = {
  title: words.app.setVideoOfNote,
  button: words.app.setVideo,
  doing: words.actions.setVideo,
};
const OPEN = { title: words.app.openVideoTitle, button: words.app.openVideo, doing: words.actions.openVideo };

export interface VideoQuestion {
  readonly title: string;
  readonly button: string;
  /** Completes "Could not …". */
  readonly doing: string;
  /** The text in the field when the dialog opens. */
  readonly text?: string;
  /** The video that a text names. */
  readonly parse: (text: string) => Video | undefined;
  /**
   * Takes the video while the dialog is still open; `say` shows a sentence in it. If this resolves to a sentence, the dialog stays
   * open and shows it.
   */
  readonly take: (video: Video, say: (sentence: string) => void) => Promise<string | undefined>;
  /** Called when the dialog has closed, with the second at which the address says that the video starts, if it says one. */
  readonly then: (video: Video, start: number | undefined) => unknown;
}

/** Asks for a video. */
export class VideoModal extends Modal {
  private text = '';
  /** Whether `take` is running. */
  private isBusy = false;
  private isClosed = false;

  constructor(
    app: App,
    private readonly question: VideoQuestion,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { title, button: label, text } = this.question;
    this.setTitle(title);
    const setting = new Setting(this.contentEl).setName(words.shared.video).setDesc(ACCEPTED);
    setting.settingEl.addClass('playhead-video-setting');
    setting.addText((input) => {
      input.onChange((typed) => {
        this.text = typed;
      });
      input.inputEl.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) this.submit(setting);
      });
      input.setPlaceholder(words.app.videoInputPlaceholder);
      input.inputEl.addClass('playhead-video-field');
      nameBy(input.inputEl, setting);
      new MediaSuggest(this.app, input.inputEl).onSelect(({ path }) => {
        input.setValue(path);
        this.text = path;
        this.submit(setting);
      });
      input.inputEl.focus();
      if (text === undefined) void this.offerCopied(setting, input);
      else this.fill(input, text);
    });
    addDialogButtons(this, label, () => this.submit(setting));
  }

  override onClose(): void {
    this.isClosed = true;
    this.contentEl.empty();
  }

  /** Fills in the link that the user has copied. Not on a phone, which would ask for permission. */
  private async offerCopied(setting: Setting, input: TextComponent): Promise<void> {
    const copied = Platform.isDesktop ? (await copiedText(input.inputEl.win)).trim() : '';
    const isVideo = ADDRESS.test(copied) && this.question.parse(copied) !== undefined;
    if (!isVideo || this.isClosed || input.getValue() !== '') return;
    this.fill(input, copied);
    setting.setDesc(words.app.fromClipboard(ACCEPTED));
  }

  private fill(input: TextComponent, text: string): void {
    input.setValue(text);
    this.text = text;
    input.inputEl.select();
  }

  private submit(setting: Setting): void {
    if (this.isBusy) return;
    const { doing, parse, take, then } = this.question;
    const { text } = this;
    const video = parse(text);
    const say = (sentence: string, isRefusal = false): void => {
      setting.setDesc(sentence);
      setting.settingEl.toggleClass('playhead-invalid', isRefusal);
    };
    if (video === undefined) {
      say(words.app.invalidVideoInput, true);
      return;
    }
    attempt(doing, async () => {
      this.isBusy = true;
      let refusal: string | undefined;
      try {
        refusal = await take(video, say);
      } finally {
        this.isBusy = false;
      }
      if (this.isClosed) return;
      if (refusal !== undefined) {
        say(refusal, true);
        return;
      }
      this.close();
      await then(video, startIn(text));
    });
  }
}

/** Suggests the media files of the vault whose path contains the text. */
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

/** The text in the clipboard; empty if it may not be read. */
export function copiedText(win: Window): Promise<string> {
  return win.navigator.clipboard.readText().catch(() => '');
}

/** Names the field for screen readers: the app's settings rows have no labels, and `aria-label` would show a tooltip. */
function nameBy(input: HTMLInputElement, { nameEl, descEl }: Setting): void {
  nameEl.id = 'playhead-video-name';
  descEl.id = 'playhead-video-desc';
  input.setAttribute('aria-labelledby', nameEl.id);
  input.setAttribute('aria-describedby', descEl.id);
}
