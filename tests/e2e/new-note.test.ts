// A new note about a video: from an address to a note with the caret in place and its video beside it.
import { describe, expect, it } from 'vitest';
import { editedText } from '../support/editing.ts';
import { panesIn, usePlayhead } from '../support/playhead.ts';

const app = usePlayhead();
const id = 'newVideoNo1';
const title = 'A talk: what/why?';
const name = 'A talk what why';

interface Begun {
  readonly notes?: Record<string, string>;
  readonly data?: Record<string, unknown>;
  readonly media?: Record<string, string>;
}

async function begin({ notes = {}, data = {}, media = {} }: Begun = {}): Promise<void> {
  app.youtube.set(id, { title, author: 'Someone', length: 600 });
  await app.driver.start({ notes: { 'first.md': 'one', ...notes }, data, media });
  await app.driver.openNote('first.md', { mode: 'live' });
}

async function ask(text: string): Promise<void> {
  await app.driver.runCommand('playhead:new-video-note');
  await app.page.locator('.modal input').fill(text);
  await app.page.keyboard.press('Enter');
}

const paths = (): Promise<string[]> =>
  app.page.evaluate(() =>
    window.app.vault
      .getMarkdownFiles()
      .map(({ path }) => path)
      .sort(),
  );

describe('the command', () => {
  it('makes the note, shows its video, and writes where the caret is', async () => {
    await begin();
    await ask(`https://www.youtube.com/watch?v=${id}&list=x`);
    await panesIn(app.page).waitFor();
    expect(await app.driver.readFile(`${name}.md`)).toBe(
      `---\nvideoId: ${id}\ntitle: "A talk: what/why?"\nauthor: Someone\n---\n\n`,
    );
    await app.youtube.player(app.page, id).currentTime();
    await app.page.keyboard.type('Hello');
    await expect.poll(() => editedText(app.page)).toMatch(/---\n\nHello$/);
    expect(app.youtube.oEmbeds).toEqual([id]);
    expect(await app.driver.notices()).toEqual([
      `A file name cannot hold the whole title, so the note is “${name}”.`,
    ]);
  });

  it('shows the video at the second that the address says, paused, and a timestamp is written there', async () => {
    await begin();
    await ask(`https://youtu.be/${id}?si=abc&t=1m35s`);
    await panesIn(app.page).waitFor();
    await expect.poll(() => app.youtube.player(app.page, id).currentTime()).toBe(95);
    await expect.poll(() => panesIn(app.page).locator('.playhead-time').innerText()).toContain('1:35');
    expect(await editedText(app.page)).toMatch(/---\n\n$/);
    await app.driver.runCommand('playhead:insert-timestamp');
    await expect.poll(() => editedText(app.page)).toContain('[00:01:35]');
  });

  it('asks nobody before an address is given, and takes the one in the clipboard', async () => {
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await begin();
    await app.page.evaluate((text) => navigator.clipboard.writeText(text), ` https://youtu.be/${id} `);
    await app.driver.runCommand('playhead:new-video-note');
    const field = app.page.locator('.modal input');
    await expect.poll(() => field.inputValue()).toBe(`https://youtu.be/${id}`);
    expect(app.youtube.oEmbeds).toEqual([]);
    await app.page.getByRole('button', { name: 'Create note' }).click();
    await expect.poll(paths).toContain(`${name}.md`);
  });

  it('puts the note where the settings say, by the template of the user', async () => {
    await begin({
      data: { noteFolder: 'Videos/New', noteTemplate: '# {{title}}\n\nby {{author}}: {{url}}\n' },
    });
    await ask(id);
    await expect.poll(paths).toContain(`Videos/New/${name}.md`);
    expect(await app.driver.readFile(`Videos/New/${name}.md`)).toBe(
      `---\nvideoId: ${id}\n---\n# A talk: what/why?\n\nby Someone: https://youtu.be/${id}\n`,
    );
  });

  it('makes a note about a file of the vault, and asks nobody', async () => {
    await begin({ media: { 'media/Count down.wav': 'tone.wav' } });
    await ask('[[media/Count down.wav]]');
    await expect.poll(paths).toContain('Count down.md');
    expect(await app.driver.readFile('Count down.md')).toBe(
      '---\ntitle: Count down\nvideo: "[[media/Count down.wav]]"\n---\n\n',
    );
    expect(app.youtube.oEmbeds).toEqual([]);
  });
});

describe('a name that is taken', () => {
  it('gets a number, and the user is told', async () => {
    await begin({ notes: { [`${name.toUpperCase()}.md`]: 'another' } });
    await ask(id);
    await expect.poll(paths).toContain(`${name} 1.md`);
    await expect
      .poll(async () => (await app.driver.notices()).join())
      .toContain(`There is another note “${name}”, so this one is “${name} 1”.`);
  });

  it('opens the existing note if that note is about this video', async () => {
    await begin({ notes: { [`${name}.md`]: `---\nvideoId: ${id}\n---\nold` } });
    await ask(id);
    await expect.poll(() => app.driver.notices()).toEqual(['This note about the video was there already.']);
    expect(await editedText(app.page)).toMatch(/old$/);
    expect(await paths()).toEqual([`${name}.md`, 'first.md']);
  });
});

describe('a note about this video that has a number', () => {
  it('opens, and no other is made', async () => {
    const numbered = { [`${name}.md`]: 'another', [`${name} 1.md`]: `---\nvideoId: ${id}\n---\nold` };
    await begin({ notes: numbered });
    await ask(id);
    await expect.poll(() => app.driver.notices()).toEqual(['This note about the video was there already.']);
    expect(await paths()).toEqual([`${name} 1.md`, `${name}.md`, 'first.md']);
  });
});

describe('a video of which YouTube says nothing', () => {
  it.each([
    ['offline', 'YouTube does not answer. The note is there without a title.'],
    [150, 'This video can only be watched on YouTube'],
  ] as const)('has its note all the same, and the notice says why: %s', async (fault, sentence) => {
    await begin();
    app.allow(/oembed/);
    app.youtube.set(id, { fault });
    await ask(id);
    await expect.poll(paths).toContain(`YouTube ${id}.md`);
    expect(await app.driver.readFile(`YouTube ${id}.md`)).toBe(`---\nvideoId: ${id}\n---\n\n`);
    await expect.poll(async () => (await app.driver.notices()).join()).toContain(sentence);
  });

  it('opens its note the second time, and the notice says that alone', async () => {
    await begin({ notes: { [`YouTube ${id}.md`]: `---\nvideoId: ${id}\n---\nold` } });
    app.allow(/oembed/);
    app.youtube.set(id, { fault: 'offline' });
    await ask(id);
    await expect.poll(() => app.driver.notices()).toEqual(['This note about the video was there already.']);
  });

  it('is asked about again if it is gone or private', async () => {
    await begin();
    app.allow(/oembed/);
    app.youtube.set(id, { fault: 100 });
    await ask(id);
    const said = app.page.locator('.modal .playhead-invalid');
    await expect.poll(() => said.innerText()).toContain('This video has been removed or is private.');
    expect(await paths()).toEqual(['first.md']);
    await app.page.getByRole('button', { name: 'Create note' }).click();
    await expect.poll(paths).toContain(`YouTube ${id}.md`);
  });

  it('does not come to a note if the dialog is closed meanwhile', async () => {
    await begin();
    await ask('no video at all');
    await expect
      .poll(() => app.page.locator('.modal .playhead-invalid').innerText())
      .toContain('not a YouTube');
    await app.page.keyboard.press('Escape');
    expect(await paths()).toEqual(['first.md']);
  });
});
