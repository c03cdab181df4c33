// Whatever the pane says, the manual says what to do about it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../src/app/fault';
import { PROVIDERS } from '../src/core/mean/provider';
import { en } from '../src/texts/en';

const manual = readFileSync('docs/troubleshooting.md', 'utf8');

describe('the manual', () => {
  const { site } = PROVIDERS.youtube;
  it.each(Object.entries(faultsOf(site ?? '')))('helps with the fault %s', (_, { sentence }) => {
    expect(manual.includes(`| ${sentence}`), sentence).toBe(true);
  });

  it.each([
    en.pane.waitingForYouTubePerhaps,
    en.pane.youTubeHasSaidNothing,
    en.pane.youTubeShowsAnotherVideo,
    en.pane.pressPlayInThePlayer(''),
    en.pane.pressPlay,
    en.pane.nothingIsAskedForThereBefore,
    en.pane.theSubtitlesOfThisFile,
  ])('helps where the pane says: %s', (sentence) => {
    expect(manual.includes(`| ${sentence}`), sentence).toBe(true);
  });
});
