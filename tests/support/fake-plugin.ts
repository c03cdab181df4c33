// A plugin whose data.json is a file of the vault, as in the app, and can be broken, written from outside, or refuse.
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
  /** How often data.json was written by the plugin. */
  saves = 0;
  isWriting = false;
  /** Why nothing can be written, where nothing can. */
  refusal: string | undefined;
  /** What a reading or writing of data.json waits for. */
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

  /** Writes a file of the plugin's folder, as anyone may. */
  async write(name: string, text: string): Promise<void> {
    await this.app.vault.adapter.write(`${FOLDER}/${name}`, text);
  }

  async text(name: string): Promise<string | undefined> {
    const path = `${FOLDER}/${name}`;
    const { adapter } = this.app.vault;
    return (await adapter.exists(path)) ? adapter.read(path) : undefined;
  }

  /** What data.json holds. */
  async data(): Promise<unknown> {
    return JSON.parse((await this.text('data.json')) ?? 'null') as unknown;
  }
}
