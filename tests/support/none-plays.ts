// Nothing plays: no chip is marked.
import type { ChipSources } from '../../src/chips/chip-state';

export const NONE_PLAYS: ChipSources['nowPlaying'] = { register: () => undefined, drop: () => undefined };
