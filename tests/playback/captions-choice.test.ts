// Whether captions are shown: what was chosen last, on this device.
import { describe, expect, it } from 'vitest';
import { CaptionsChoice } from '../../src/playback/captions-choice';
import { FakeStorage } from '../support/fake-storage';

describe('captions', () => {
  it('are shown until the user hides them, and that is remembered', () => {
    const storage = new FakeStorage();
    const choice = new CaptionsChoice(storage);
    expect(choice.isOn.value).toBe(true);
    choice.toggle();
    expect(choice.isOn.value).toBe(false);
    expect(new CaptionsChoice(storage).isOn.value).toBe(false);
    choice.toggle();
    expect(new CaptionsChoice(storage).isOn.value).toBe(true);
  });
});
