// Setting the video of a note that has none.
import { Modal, Notice, Setting, type App } from 'obsidian';
import type { Notes } from '../playback/ports';
import { NO_VIDEO } from './chip-text';
import { attempt } from './report';

/** How long the offer stays. Milliseconds. */
const OFFER_STAYS = 8000;

/** Says that the note at `path` has no video, and offers to set one. */
export function offerVideo(app: App, notes: Notes, path: string): void {
  const message = createFragment((fragment) => {
    fragment.createDiv({ text: NO_VIDEO });
    fragment.createEl('button', { cls: 'playhead-notice-button', text: 'Set video' }, (button) => {
      button.addEventListener('click', () => {
        askForVideo(app, notes, path);
      });
    });
  });
  new Notice(message, OFFER_STAYS);
}

/** Asks for the video of the note at `path`, and sets it. */
export function askForVideo(app: App, notes: Notes, path: string): void {
  new SetVideoModal(app, notes, path).open();
}

class SetVideoModal extends Modal {
  private text = '';

  constructor(
    app: App,
    private readonly notes: Notes,
    private readonly path: string,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Set the video of this note');
    const setting = new Setting(this.contentEl)
      .setName('Video')
      .setDesc(
        'A YouTube address or ID, a link to a media file of the vault, or the address of a media file.',
      );
    setting.addText((input) => {
      input.onChange((text) => {
        this.text = text;
      });
      input.inputEl.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) this.submit(setting);
      });
      input.inputEl.focus();
    });
    new Setting(this.contentEl).addButton((button) =>
      button
        .setButtonText('Set video')
        .setCta()
        .onClick(() => {
          this.submit(setting);
        }),
    );
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private submit(setting: Setting): void {
    const video = this.notes.namedVideo(this.text, this.path);
    if (video === undefined) {
      setting.setDesc(
        'This is neither a YouTube address or ID, nor a link to a media file or the address of one.',
      );
      setting.settingEl.addClass('playhead-invalid');
      return;
    }
    attempt('set the video of this note', async () => {
      await this.notes.setVideo(this.path, video);
      this.close();
    });
  }
}
