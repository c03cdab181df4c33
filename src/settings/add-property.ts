// Asks for the name of a property.
import { Modal, Setting, type App } from 'obsidian';
import { words } from '../texts/texts';

export class AddPropertyModal extends Modal {
  private name = '';

  constructor(
    app: App,
    /** Returns false to reject the name. */
    private readonly add: (name: string) => boolean,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.settings.addProperty);
    const setting = new Setting(this.contentEl)
      .setName(words.settings.property)
      .setDesc(words.settings.propertyDesc);
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
        .setButtonText(words.settings.add)
        .setCta()
        .onClick(() => this.submit(setting)),
    );
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private submit(setting: Setting): void {
    if (this.add(this.name)) this.close();
    else setting.setErrorMessage(words.settings.propertyInvalid);
  }
}
