// The licenses of all that is built into main.js stand in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLED, packagesIn } from '../../scripts/notices.mjs';
import { buildPlugin } from '../build-plugin';
import { temporaryFolder } from '../support/temporary-folder';

const root = join(import.meta.dirname, '../..');

const inOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

describe('main.js', () => {
  it('begins with the license of each package that is built into it, and of no other', () => {
    const outfile = join(temporaryFolder(), 'main.js');
    const metafile = buildPlugin(outfile);
    expect(packagesIn(metafile)).toEqual([...BUNDLED].sort());
    const [notices = ''] = readFileSync(outfile, 'utf8').split('*/', 1);
    expect(notices.startsWith('/*!')).toBe(true);
    for (const name of BUNDLED) {
      expect(notices).toContain(`\n${name} `);
      const folder = join(root, 'node_modules', name);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry)) ?? '';
      const license = inOneLine(readFileSync(join(folder, file), 'utf8'));
      const [owner = '', terms = ''] = license.split(/(?=Permission is hereby granted)/);
      expect(inOneLine(notices)).toContain(owner);
      expect(inOneLine(notices)).toContain(terms);
      expect(terms).not.toBe('');
    }
    expect(notices.match(/Permission is hereby granted/g)).toHaveLength(1);
  }, 120_000);
});

describe('the list of packages in a build', () => {
  it('names what is in the output, with its scope, once', () => {
    const inputs = {
      'src/main.ts': { bytesInOutput: 9 },
      'node_modules/@a/b/dist/b.mjs': { bytesInOutput: 1 },
      'node_modules/@a/b/dist/c.mjs': { bytesInOutput: 1 },
      'node_modules/x/node_modules/deep/i.js': { bytesInOutput: 1 },
      'node_modules/unused/i.js': { bytesInOutput: 0 },
    };
    expect(packagesIn({ outputs: { 'main.js': { inputs } } })).toEqual(['@a/b', 'deep']);
  });
});
