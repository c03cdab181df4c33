// Asks for the name of a property.
import { Modal, Setting, type App } from 'obsidian';

export class AddPropertyModal extends Modal {
  private name = '';

  constructor(
    app: App,
    /** False where the name is refused. */
    private readonly add: (name: string) => boolean,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Add property');
    const setting = new Setting(this.contentEl)
      .setName('Property')
      .setDesc('The name of a property that may hold the video of a note.');
    setting.addText((input) => {
      input.onChange((name) => {
        this.name = name;
      });
      input.inputEl.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) this.submit(setting);
      });
      input.inputEl.focus();
    });
    new Setting(this.contentEl).addButton((button) =>
      button
        .setButtonText('Add')
        .setCta()
        .onClick(() => this.submit(setting)),
    );
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private submit(setting: Setting): void {
    if (this.add(this.name)) this.close();
    else setting.setErrorMessage('Enter the name of a property that is not in the list.');
  }
}
