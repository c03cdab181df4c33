// The plugin's data.json, which is untrusted: it may be edited by hand, incomplete, or from another version.
import type { Plugin } from 'obsidian';
import { words } from '../texts/texts';

/** The content of the file, by key. */
export type Saved = Readonly<Record<string, unknown>>;

const NAME = 'data.json';

export class DataFile {
  private readonly folder: string;

  constructor(private readonly plugin: Pick<Plugin, 'app' | 'manifest' | 'loadData' | 'saveData'>) {
    const { app, manifest } = plugin;
    this.folder = manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
  }

  /** The saved values; none if nothing was saved yet. Rejects if the file holds anything else. */
  async load(): Promise<Saved> {
    const data: unknown = await this.plugin.loadData();
    if (isSaved(data)) return data;
    if (await this.plugin.app.vault.adapter.exists(this.pathOf(NAME)))
      throw new Error(words.settings.wrongFormat);
    return {};
  }

  async save(saved: Saved): Promise<void> {
    await this.plugin.saveData(saved);
  }

  /** Copies the file without overwriting another one, and returns the name of the copy. The same text is copied only once. */
  async keepAside(): Promise<string> {
    const { adapter } = this.plugin.app.vault;
    const text = await adapter.read(this.pathOf(NAME));
    for (let copy = 1; ; copy += 1) {
      const name = `${NAME}.broken${copy === 1 ? '' : `-${copy}`}`;
      const path = this.pathOf(name);
      if (!(await adapter.exists(path))) {
        await adapter.copy(this.pathOf(NAME), path);
        return name;
      }
      if ((await adapter.read(path)) === text) return name;
    }
  }

  private pathOf(name: string): string {
    return `${this.folder}/${name}`;
  }
}

function isSaved(data: unknown): data is Saved {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
