// Whether a player went where it was sent, by what it reports.
import { beforeEach, describe, expect, it } from 'vitest';
import { SentSeek } from '../../../src/player/youtube/sent-seek';

let now: number;
let sought: SentSeek;

beforeEach(() => {
  now = 0;
  sought = new SentSeek(() => now);
});

describe('a seek that was sent', () => {
  it('is sent again when the video begins elsewhere, as after an advertisement, and twice at most', () => {
    sought.send(120);
    now = 30_000;
    sought.begins();
    expect(sought.reports(60, true, 1)).toBe(120);
    expect(sought.reports(60.25, true, 1)).toBeUndefined();
    now += 1000;
    expect(sought.reports(61, true, 1)).toBe(120);
    now += 1000;
    expect(sought.reports(62, true, 1)).toBeUndefined();
    now += 5000;
    expect(sought.reports(67, true, 1)).toBeUndefined();
  });

  it('is there when the player says so, a little before or after', () => {
    for (const place of [119.2, 120, 121.9]) {
      sought.send(120);
      sought.begins();
      expect(sought.reports(place, true, 1)).toBeUndefined();
      now += 5000;
      expect(sought.reports(10, true, 1)).toBeUndefined();
    }
  });

  it('is there when the player says so late, having played on at its rate', () => {
    sought.send(120);
    sought.begins();
    now = 4000;
    expect(sought.reports(127, true, 2)).toBeUndefined();
    expect(sought.reports(10, true, 2)).toBeUndefined();
  });

  it('is not sent again for a report that was under way, nor while the video stands', () => {
    sought.send(120);
    now = 200;
    expect(sought.reports(60, true, 1)).toBeUndefined();
    now = 5000;
    expect(sought.reports(60, false, 1)).toBeUndefined();
    expect(sought.reports(60, true, 1)).toBe(120);
  });

  it('is forgotten when it is called off', () => {
    sought.send(120);
    sought.forget();
    sought.begins();
    now = 5000;
    expect(sought.reports(60, true, 1)).toBeUndefined();
  });
});
