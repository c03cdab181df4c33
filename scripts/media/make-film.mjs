// Makes docs/playhead.webp: a note in the host, where a time is clicked, another one previewed, and a new one written. Needs ffmpeg
// with libwebp, and a Chromium.
/* global document, window -- of the page */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.mjs';
import { Failure, runScript } from '../failure.mjs';
import { buildSite, loadServer } from '../site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = join(root, 'docs/playhead.webp');
const folder = join(root, 'build/film');
const size = { width: 1000, height: 600 };
const LARGEST = 2_000_000;

/** Takes pictures of a page for as long as an action takes, and some time more; each is shown as long as it took. */
class Film {
  frames = [];

  constructor(page) {
    this.page = page;
  }

  async during(act, restMs) {
    let isDone = false;
    const acting = act().then(() => {
      isDone = true;
    });
    let end = Infinity;
    while (Date.now() < end) {
      const since = Date.now();
      const path = join(folder, `${String(this.frames.length).padStart(4, '0')}.png`);
      writeFileSync(path, await this.page.screenshot());
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 90 - (Date.now() - since))));
      this.frames.push({ path, seconds: (Date.now() - since) / 1000 });
      if (isDone && end === Infinity) end = Date.now() + restMs;
    }
    await acting;
  }

  /** Writes an animation that begins anew at its end. */
  write() {
    const list = join(folder, 'frames.txt');
    const lines = this.frames.map(({ path, seconds }) => `file '${path}'\nduration ${seconds.toFixed(3)}`);
    writeFileSync(list, `${lines.join('\n')}\nfile '${this.frames.at(-1).path}'\n`);
    const filter = 'fps=10,scale=800:-1:flags=lanczos';
    const options = ['-c:v', 'libwebp_anim', '-loop', '0', '-quality', '70', '-compression_level', '6'];
    execFileSync('ffmpeg', [
      '-y',
      '-loglevel',
      'error',
      '-f',
      'concat',
      '-safe',
      '0',
      '-i',
      list,
      '-vf',
      filter,
      ...options,
      outfile,
    ]);
  }
}

/** A pointer that can be seen: a browser without a window draws none. */
function drawPointer() {
  const pointer = document.createElement('div');
  pointer.style.cssText =
    'position:fixed;z-index:99999;width:14px;height:14px;margin:-7px;border-radius:50%;background:rgb(220 40 40 / 70%);pointer-events:none;left:-20px';
  document.body.append(pointer);
  document.addEventListener(
    'mousemove',
    ({ clientX, clientY }) => {
      pointer.style.left = `${clientX}px`;
      pointer.style.top = `${clientY}px`;
    },
    true,
  );
}

async function openNote(page, url) {
  await page.goto(`${url}/?vault=served&theme=light&note=Countdown`);
  await page.locator('.playhead-chip').first().waitFor();
  await page.evaluate(async () => {
    const { leaf } = window.app.workspace.activeEditor ?? {};
    const state = leaf?.getViewState();
    await leaf?.setViewState({ ...state, state: { ...state.state, mode: 'source', source: false } });
  });
  await page.locator('.cm-content .playhead-chip').first().waitFor();
  await page.evaluate(() => window.app.workspace.leftSplit.collapse());
  await page.evaluate(drawPointer);
}

async function moveTo(page, locator) {
  const box = await locator.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
}

async function play(page, film) {
  const chip = (time) => page.locator('.cm-content .playhead-chip', { hasText: time }).first();
  await film.during(() => Promise.resolve(), 600);
  await film.during(async () => {
    await moveTo(page, chip('3:05'));
    await page.mouse.down();
    await page.mouse.up();
    await page.locator('.playhead-pane video').waitFor();
  }, 2500);
  await film.during(() => moveTo(page, chip('11:59')), 2800);
  await film.during(async () => {
    await moveTo(page, page.locator('.cm-line', { hasText: 'twelve minutes' }).first());
    await page.evaluate(() => {
      const { editor } = window.app.workspace.activeEditor;
      const line = editor
        .getValue()
        .split('\n')
        .findIndex((text) => text.includes('twelve minutes'));
      editor.setCursor({ line, ch: editor.getLine(line).length });
      editor.focus();
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    for (const key of 'Green again at ') await page.keyboard.type(key, { delay: 40 });
    await page.evaluate(() => window.app.commands.executeCommandById('playhead:insert-timestamp'));
  }, 1200);
  await film.during(async () => {
    for (const key of 'and so on.') await page.keyboard.type(key, { delay: 40 });
  }, 1800);
}

await runScript(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [folders, { startServer }] = await Promise.all([buildSite(), loadServer()]);
  const server = await startServer(folders, 0);
  const browser = await chromium.launch({ executablePath: findChromium() });
  try {
    const page = await browser.newPage({ viewport: size });
    await openNote(page, server.url);
    const film = new Film(page);
    await play(page, film);
    film.write();
  } finally {
    await browser.close();
    await server.close();
  }
  const bytes = statSync(outfile).size;
  if (bytes > LARGEST) throw new Failure(`${outfile} has ${bytes} bytes: that is too many for a README.`);
  console.log(`${outfile}: ${Math.round(bytes / 1000)} KB`);
});
