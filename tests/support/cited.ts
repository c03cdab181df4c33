// Makes citations for tests that need only a part of one, and the default settings of chips.
import { ALL_SYNTAXES } from '../../src/core/read/shown';
import { signal } from '@preact/signals-core';
import type { Written } from '../../src/core/mean/interpretation';
import type { Cited } from '../../src/core/mean/timestamp';
import type { ChipSettings } from '../../src/chips/chip-state';

export function cite(written: Partial<Written>, more: Partial<Cited> = {}): Cited {
  const { time, label = time === undefined ? '' : `[${time}]` } = written;
  return { kind: 'anchor', written: { time, label }, end: undefined, named: undefined, ...more };
}

export const chipSettings = (changes: Partial<ChipSettings> = {}) =>
  signal<ChipSettings>({ ...ALL_SYNTAXES, label: 'compact', ...changes });
