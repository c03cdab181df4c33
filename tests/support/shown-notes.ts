// What is shown of notes, in tests: all ways to write a time are chips, unless a test says otherwise.
import { signal } from '@preact/signals-core';
import { VaultShownNotes, type ShownNoteSources } from '../../src/app/shown-notes';
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { FakeTexts } from './fake-texts';

type Given = Pick<ShownNoteSources, 'notes' | 'memory'> & Partial<ShownNoteSources>;

export function shownNotesOf(given: Given): VaultShownNotes {
  return new VaultShownNotes({ texts: new FakeTexts(), settings: signal(ALL_SYNTAXES), ...given });
}
