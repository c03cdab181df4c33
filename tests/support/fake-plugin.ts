// A plugin whose data.json is a file of the vault, which a test can break, write from outside, or make read-only.
import type { Plugin as Original } from 'obsidian';
import { App, Plugin } from 'obsidian-test-mocks/obsidian';

const FOLDER = '.obsidian/plugins/playhead';
const MANIFEST = {
  id: 'playhead',
  name: 'Playhead',
  author: '',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: '',
};

export class FakePlugin extends Plugin {
  /** How often the plugin has written data.json. */
  saves = 0;
  isWriting = false;
  /** The reason why nothing can be written; undefined if it can. */
  refusal: string | undefined;
  /** Reading and writing data.json waits for this. */
  disk = Promise.resolve();

  constructor(data?: string, manifest: Partial<Original['manifest']> = { dir: FOLDER }) {
    const files = data === undefined ? {} : { [`${FOLDER}/data.json`]: data };
    super(App.createConfigured__({ files }), { ...MANIFEST, ...manifest });
  }

  override async loadData(): Promise<unknown> {
    await this.disk;
    const text = await this.text('data.json');
    return text === undefined ? null : (JSON.parse(text) as unknown);
  }

  override async saveData(data: unknown): Promise<void> {
    this.isWriting = true;
    const text = JSON.stringify(data);
    await this.disk;
    this.isWriting = false;
    if (this.refusal !== undefined) throw new Error(this.refusal);
    this.saves += 1;
    await this.write('data.json', text);
  }

  /** Writes a file in the plugin's folder, from outside. */
  async write(name: string, text: string): Promise<void> {
    await this.app.vault.adapter.write(`${FOLDER}/${name}`, text);
  }

  async text(name: string): Promise<string | undefined> {
    const path = `${FOLDER}/${name}`;
    const { adapter } = this.app.vault;
    return (await adapter.exists(path)) ? adapter.read(path) : undefined;
  }

  /** The content of data.json. */
  async data(): Promise<unknown> {
    return JSON.parse((await this.text('data.json')) ?? 'null') as unknown;
  }
}
