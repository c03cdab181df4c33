// Links that leave the app go one way.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { openAddress } from '../../src/app/links';

it('an address is opened by the window of the app, whichever window the user is in', () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  openAddress('https://youtu.be/x?t=1');
  expect(open.mock.calls).toEqual([['https://youtu.be/x?t=1']]);
  open.mockRestore();
});

it('nobody else opens a window', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const opens = /\b(?:win|\w*[wW]indow|defaultView)\??\.open\(/;
  const found = files.filter((name) => opens.test(readFileSync(`src/${name}`, 'utf8')));
  expect(found.map((name) => name.replace(/^.*[/\\]/, ''))).toEqual(['links.ts']);
});
