// Embeds and other fragments: given to post-processors whole, as what they are and not as a part of the note around.
import { expect, it } from 'vitest';
import { useBrowser } from '../support/browser';
import { forget, openRecorded, recorded, recorder, type Recorded } from './recorder';

const app = useBrowser();

const clip = `---
videoId: ifA0ZRiOmx0
---

# Clip

One.

## Part

Two.

## Next

Three. ^here
`;

async function embeddedCall(path = 'Clip.md'): Promise<Recorded> {
  const calls = async (): Promise<Recorded[]> =>
    (await recorded(app.page)).filter((call) => call.path === path);
  await expect.poll(async () => (await calls()).length).toBe(1);
  const [call] = await calls();
  if (call === undefined) throw new Error('Nothing was recorded');
  return call;
}

it('gives post-processors the whole of an embedded note at once, in no document and with no section', async () => {
  await openRecorded(app, { 'Note.md': '---\nvideoId: aaaaaaaaaaa\n---\n![[Clip]]', 'Clip.md': clip });
  const call = await embeddedCall();
  expect(call.text.split(/\s+/)).toEqual(['Clip', 'One.', 'Part', 'Two.', 'Next', 'Three.']);
  expect(call).toMatchObject({ attached: false, section: null, frontmatter: { videoId: 'ifA0ZRiOmx0' } });
  const content = app.page.locator('.internal-embed.markdown-embed.inline-embed > .markdown-embed-content');
  await content.locator('> .markdown-preview-view h2', { hasText: 'Part' }).waitFor();
  expect(await content.innerText()).not.toContain('videoId');
});

it.each([
  ['a heading', 'Clip#Part', 'Part Two.'],
  ['a heading below a heading', 'Clip#Clip#Next', 'Next Three.'],
  ['a block', 'Clip#^here', 'Three.'],
])('embeds %s by itself, without the properties of its note', async (_name, target, text) => {
  await openRecorded(app, { 'Note.md': `![[${target}]]`, 'Clip.md': clip });
  const call = await embeddedCall();
  expect(call.text.split(/\s+/).join(' ')).toBe(text);
  expect(call.frontmatter).toBeNull();
});

it('resolves the links of an embedded note from where that note is', async () => {
  await openRecorded(app, {
    'Note.md': '![[In/Clip]]',
    'In/Clip.md': 'To [[./Target]].',
    'In/Target.md': 'Right.',
    'Target.md': 'Wrong.',
  });
  await app.page.locator('.markdown-embed a.internal-link').click();
  await expect
    .poll(() => app.page.evaluate(() => window.app.workspace.getActiveFile()?.path))
    .toBe('In/Target.md');
});

it('renders an embed again when its note changes, and nothing around it', async () => {
  const plugin = recorder(`
    class Child extends api.MarkdownRenderChild {
      onunload() { window.log.push('unload'); }
    }
    this.registerMarkdownPostProcessor((el, ctx) => {
      if (ctx.sourcePath === 'Clip.md') ctx.addChild(new Child(el));
    });`);
  const notes = { 'Note.md': 'Before.\n\n![[Clip]]', 'Clip.md': 'Old.' };
  const driver = await openRecorded(app, notes, { plugin });
  await embeddedCall();
  await forget(app.page);
  await driver.writeOutside('Clip.md', 'New.');
  expect((await embeddedCall()).text).toBe('New.');
  expect(await recorded(app.page)).toHaveLength(1);
  await expect.poll(() => app.page.locator('.markdown-embed-content').innerText()).toBe('New.');
  expect(await app.page.evaluate(() => window.log)).toEqual(['unload']);
});

it('follows embeds within embeds five deep', async () => {
  await openRecorded(app, { 'Note.md': 'Again: ![[Note]]' });
  await app.page.locator('.internal-embed a.internal-link').waitFor();
  expect(await app.page.locator('.markdown-embed').count()).toBe(5);
});

it('says that an embedded note or part is missing', async () => {
  await openRecorded(app, { 'Note.md': '![[Gone]]\n\n![[Clip#Gone]]', 'Clip.md': clip });
  const missing = app.page.locator('.internal-embed.mod-empty');
  expect(await missing.innerText()).toContain('“Gone” is not created yet');
  await app.page.getByText('Unable to find “#Gone” in Clip').waitFor();
});

it('shows media files by the elements for them', async () => {
  // They are empty: what matters is where they would be loaded from.
  app.allow(/Failed to load resource/);
  const note = '![[clip.webm#t=5]]\n\n![[pic.png|100x50]]\n\n![[talk.mp3]]\n\n![alt](pic.png)';
  await openRecorded(
    app,
    { 'Note.md': note, 'clip.webm': '', 'pic.png': '', 'talk.mp3': '' },
    { plugin: recorder() },
  );
  const view = app.page.locator('.markdown-preview-view');
  const video = view.locator('.video-embed > video[controls]');
  await expect.poll(() => video.getAttribute('src')).toMatch(/#t=5$/);
  expect(await view.locator('.audio-embed > audio[controls][src]').count()).toBe(1);
  expect(await view.locator('.image-embed > img[src][width="100"][height="50"]').count()).toBe(1);
  expect(await view.locator('.image-embed > img[src][alt="alt"]').count()).toBe(1);
});

it('passes what a plugin renders as one whole, in the element that it was given', async () => {
  await openRecorded(app, { 'Note.md': '' });
  await forget(app.page);
  const unloaded = await app.page.evaluate(async () => {
    const el = createDiv('mine');
    const owner = new window.api.Component();
    owner.load();
    const log: string[] = [];
    const added: import('obsidian').MarkdownPostProcessor = (el, ctx) => {
      const child = new window.api.MarkdownRenderChild(el);
      child.register(() => log.push('unloaded'));
      ctx.addChild(child);
    };
    window.api.MarkdownPreviewRenderer.registerPostProcessor(added);
    await window.api.MarkdownRenderer.render(
      window.app,
      '---\nkey: 1\n---\n# One\n\nTwo',
      el,
      'Some.md',
      owner,
    );
    window.api.MarkdownPreviewRenderer.unregisterPostProcessor(added);
    owner.unload();
    return log;
  });
  expect(await embeddedCall('Some.md')).toMatchObject({
    kind: 'mine',
    section: null,
    frontmatter: { key: 1 },
  });
  expect(unloaded).toEqual(['unloaded']);
});
