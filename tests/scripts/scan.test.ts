// What `npm run scan` tells of a note.
import { expect, it } from 'vitest';
import { timestampsOf } from '../../scripts/note-timestamps.mjs';
import * as attribution from '../../src/core/mean/attribution';
import * as clips from '../../src/core/mean/clips';
import * as interpretation from '../../src/core/mean/interpretation';
import * as video from '../../src/core/mean/video';
import * as noteVideos from '../../src/core/read/note-videos';
import * as scan from '../../src/core/read/scan';
import * as shown from '../../src/core/read/shown';
import * as properties from '../../src/core/write/properties';
import { DEFAULTS } from '../../src/settings/settings';
import { VIDEO_PROPERTIES } from '../../scripts/note-timestamps.mjs';

const core = {
  ...attribution,
  ...clips,
  ...interpretation,
  ...video,
  ...noteVideos,
  ...scan,
  ...shown,
  ...properties,
};

it('tells each timestamp that a note shows, with its place, its seconds and its video', () => {
  const text = '---\nsource: https://youtu.be/dQw4w9WgXcQ\n---\n**0:43** · text (1:00 - 1:10), 9:00\n';
  const line = text.indexOf('0:43');
  const range = text.indexOf('1:00');
  expect(timestampsOf(text, core)).toEqual([
    { from: line, to: line + 4, kind: 'line', seconds: 43, end: undefined, video: 'youtube:dQw4w9WgXcQ' },
    { from: range, to: range + 11, kind: 'parentheses', seconds: 60, end: 70, video: 'youtube:dQw4w9WgXcQ' },
  ]);
});

it('tells nothing of times in a note without a video, or one that wants no chips', () => {
  expect(timestampsOf('**0:43** · text', core)).toEqual([]);
  const text = '---\nvideoId: dQw4w9WgXcQ\nplayhead: false\n---\n**0:43** · text';
  expect(timestampsOf(text, core)).toEqual([]);
});

it('knows the same properties as the settings', () => {
  expect(VIDEO_PROPERTIES).toEqual(DEFAULTS.videoProperties);
});
