// Settings that are the path of a file or a folder of the vault, with suggestions of those that there are.
import type * as Obsidian from 'obsidian';
import type { App } from '../../app';
import { TextComponent } from '../controls';
import { AbstractInputSuggest } from '../input-suggest';

type PathControl = Obsidian.SettingFileControl | Obsidian.SettingFolderControl;

export class PathComponent extends TextComponent {
  constructor(containerEl: HTMLElement, app: App, control: PathControl) {
    super(containerEl);
    this.setPlaceholder(control.placeholder ?? '');
    const suggest = new PathSuggest(app, this.inputEl, () => pathsFor(app, control));
    suggest.onSelect((path) => {
      this.setValue(path).onChanged();
      suggest.close();
    });
  }
}

class PathSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    inputEl: HTMLInputElement,
    private readonly paths: () => string[],
  ) {
    super(app, inputEl);
  }

  protected getSuggestions(query: string): string[] {
    const wanted = query.toLowerCase();
    return this.paths().filter((path) => path.toLowerCase().includes(wanted) && path !== query);
  }

  renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }
}

function pathsFor({ vault }: App, control: PathControl): string[] {
  const entries =
    control.type === 'file'
      ? vault.getFiles().filter((file) => control.filter?.(Object(file) as Obsidian.TFile) ?? true)
      : vault
          .getAllFolders(control.includeRoot === true)
          .filter((folder) => control.filter?.(Object(folder) as Obsidian.TFolder) ?? true);
  return entries.map(({ path }) => path).sort();
}
