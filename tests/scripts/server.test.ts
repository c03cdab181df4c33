// @vitest-environment node
// The loopback server gives the files of its folders, in parts when asked, and nothing else of the machine.
import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseByteRange } from '../host/server/byte-range';
import { startServer } from '../host/server/server';
import { temporaryFolder } from '../support/temporary-folder';

async function serve(vault: Readonly<Record<string, string>>): Promise<{ url: string; folder: string }> {
  const folder = temporaryFolder({
    'host/index.html': '<p>host</p>',
    'plugin/main.js': 'plugin',
    'media/tone.mp3': '0123456789',
    'vault/': '',
    ...Object.fromEntries(Object.entries(vault).map(([path, text]) => [`vault/${path}`, text])),
  });
  const [host, plugin, media, notes] = ['host', 'plugin', 'media', 'vault'].map((name) => join(folder, name));
  const server = await startServer({
    host: host ?? '',
    plugin: plugin ?? '',
    media: media ?? '',
    vault: notes ?? '',
  });
  onTestFinished(() => server.close());
  return { url: server.url, folder };
}

/** The status of a request whose path is sent as it stands: `fetch` would resolve its dots. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/`, { path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

it.each([
  ['/', 'text/html; charset=utf-8', '<p>host</p>'],
  ['/?vault=served', 'text/html; charset=utf-8', '<p>host</p>'],
  ['/plugin/main.js', 'text/javascript; charset=utf-8', 'plugin'],
  ['/media/tone.mp3', 'audio/mpeg', '0123456789'],
  ['/vault/files/Talks/%C3%84%20%23%3F%25.md', 'text/markdown; charset=utf-8', 'note'],
])('%s is %s', async (path, type, body) => {
  const { url } = await serve({ 'Talks/Ä #?%.md': 'note' });
  const response = await fetch(url + path);
  expect(response.headers.get('content-type')).toBe(type);
  expect(await response.text()).toBe(body);
});

it('the index lists the files of the vault, without those in dot folders', async () => {
  const { url } = await serve({
    'b.md': 'four',
    'a/c.md': '',
    '.obsidian/app.json': '{}',
    'a/.hidden.md': '',
  });
  const index: unknown = await (await fetch(`${url}/vault/index.json`)).json();
  const time: unknown = expect.any(Number);
  expect(index).toEqual([
    { path: 'a/c.md', size: 0, ctime: time, mtime: time },
    { path: 'b.md', size: 4, ctime: time, mtime: time },
  ]);
});

describe('a file outside of the vault', () => {
  it.each([
    '/vault/files/../plugin/main.js',
    '/vault/files/..%2fplugin%2fmain.js',
    '/vault/files/..%5cplugin%5cmain.js',
    '/vault/files//etc/passwd',
    '/vault/files/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/vault/files/.obsidian/app.json',
    '/vault/files/a%00.md',
    '/vault/files/',
    '/vault/files/out/passwd',
    '/vault/files/passwd.md',
    '/../../etc/passwd',
  ])('is not given: %s', async (path) => {
    const { url, folder } = await serve({ '.obsidian/app.json': '{}', 'a.md': '' });
    symlinkSync('/etc', join(folder, 'vault/out'));
    symlinkSync('/etc/passwd', join(folder, 'vault/passwd.md'));
    expect(await statusOf(url, path)).toBe(404);
  });

  it('is not listed', async () => {
    const { url, folder } = await serve({ 'a.md': '' });
    symlinkSync('/etc/passwd', join(folder, 'vault/passwd.md'));
    expect(await (await fetch(`${url}/vault/index.json`)).json()).toMatchObject([{ path: 'a.md' }]);
  });
});

it('a path that cannot be decoded is a bad request, and nothing can be written', async () => {
  const { url } = await serve({ 'a.md': 'a' });
  expect(await statusOf(url, '/vault/files/%zz')).toBe(400);
  expect((await fetch(`${url}/vault/files/a.md`, { method: 'PUT', body: 'b' })).status).toBe(405);
  expect((await fetch(`${url}/vault/files/a.md`, { method: 'DELETE' })).status).toBe(405);
});

it.each([
  ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
  ['bytes=7-', 206, 'bytes 7-9/10', '789'],
  ['bytes=-3', 206, 'bytes 7-9/10', '789'],
  ['bytes=10-', 416, 'bytes */10', ''],
  ['lines=1-2', 200, null, '0123456789'],
])('the range %s answers %d', async (range, status, contentRange, body) => {
  const { url } = await serve({});
  const response = await fetch(`${url}/media/tone.mp3`, { headers: { Range: range } });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-range')).toBe(contentRange);
  expect(await response.text()).toBe(body);
});

it.each([
  ['bytes=0-99', { first: 0, last: 9 }],
  ['bytes=-99', { first: 0, last: 9 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-3', 'unsatisfiable'],
  ['bytes=-', undefined],
  ['bytes=0-1,3-4', undefined],
  [undefined, undefined],
])('of ten bytes, %s means %o', (header, range) => expect(parseByteRange(header, 10)).toEqual(range));
