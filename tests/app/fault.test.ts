// What a pane says of each fault.
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/player/player';
import { faultsOf } from '../../src/app/fault';

const texts = faultsOf('YouTube');

const sentences: Readonly<Record<Fault, string>> = {
  'bad-id': 'YouTube does not know this video.',
  'player-error': 'The player stopped with an error.',
  gone: 'This video has been removed or is private.',
  'not-embeddable':
    'This video can only be watched on YouTube: its owner does not allow embedding, or it is restricted by age or country.',
  refused: 'YouTube refused the player in this app.',
  'no-answer': 'YouTube does not answer.',
  'file-missing': 'This file is not in the vault.',
  'file-unsupported': 'This file cannot be played here.',
  'media-unreachable': 'Nothing at this address can be played.',
  'media-no-answer': 'The server does not answer.',
};
const faults = Object.keys(sentences) as Fault[];

describe('a fault', () => {
  it.each(faults)('is said in words: %s', (fault) => expect(texts[fault].sentence).toBe(sentences[fault]));

  it('has a sentence each, and none for what is no fault', () => {
    expect(Object.keys(texts).sort()).toEqual([...faults].sort());
  });

  it.each<Fault>(['player-error', 'no-answer'])('that may pass can be tried again: %s', (fault) => {
    expect(texts[fault].retry).toBe(true);
  });

  it.each<Fault>(['bad-id', 'not-embeddable'])('that stays is not worth a second try: %s', (fault) => {
    expect(texts[fault].retry).toBe(false);
  });
});
