// A seekable WebM of one dark colour and of any length, made in memory: the stand-in's videos are real media of
// exactly the length that the test asked for, and the repository holds none of them.

// One VP8 key frame of 32×18, from `ffmpeg -f lavfi -i color=c=0x20242c:s=32x18 -c:v libvpx -frames:v 1 f.ivf`.
const frame = Buffer.from('cAIAnQEqIAASAABHCIWFiJmEiAICAnTyxmZi2AD+/wZP1pNIvN7looBA', 'base64');
const frameMs = 10_000;
// Chromium takes a seek past the start of the last frame for a seek to the end, so the last one is short.
const lastFrameMs = 50;

function uint(value: number, width: number): Buffer {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(value, 0, width);
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/** An EBML element with its size in eight bytes, so that the size of an element never depends on its content. */
function element(id: string, ...content: readonly Buffer[]): Buffer {
  const size = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from(id, 'hex'), uint(1, 1), uint(0, 3), uint(size, 4), ...content]);
}

const header = element(
  '1a45dfa3',
  element('4286', uint(1, 1)), // EBML version
  element('42f7', uint(1, 1)), // version needed to read it
  element('4282', Buffer.from('webm')),
  element('4287', uint(2, 1)), // WebM version
  element('4285', uint(2, 1)), // version needed to read it
);

const tracks = element(
  '1654ae6b',
  element(
    'ae',
    element('d7', uint(1, 1)), // track number
    element('73c5', uint(1, 1)), // track id
    element('83', uint(1, 1)), // video
    element('86', Buffer.from('V_VP8')),
    element('e0', element('b0', uint(32, 2)), element('ba', uint(18, 2))),
  ),
);

function cluster(startMs: number, lengthMs: number): Buffer {
  const block = Buffer.concat([Buffer.from([0x81, 0, 0, 0]), frame]);
  return element(
    '1f43b675',
    element('e7', uint(startMs, 4)),
    element('a0', element('a1', block), element('9b', uint(lengthMs, 4))),
  );
}

function cue(startMs: number, position: number): Buffer {
  return element(
    'bb',
    element('b3', uint(startMs, 4)),
    element('b7', element('f7', uint(1, 1)), element('f1', uint(position, 4))),
  );
}

/** When each frame starts: every ten seconds, and once more just before the end. */
function frameStarts(lengthMs: number): readonly number[] {
  const last = Math.max(0, lengthMs - lastFrameMs);
  return [...Array.from({ length: Math.ceil(last / frameMs) }, (_, index) => index * frameMs), last];
}

/** A WebM of so many seconds; every frame is a key frame with a cue. */
export function blankWebm(seconds: number): Buffer {
  const lengthMs = Math.round(seconds * 1000);
  const starts = frameStarts(lengthMs);
  const clusters = starts.map((start, index) => cluster(start, (starts[index + 1] ?? lengthMs) - start));
  const info = element('1549a966', element('2ad7b1', uint(1_000_000, 4)), element('4489', float(lengthMs)));
  const cuesSize = element('1c53bb6b', ...starts.map((start) => cue(start, 0))).length;

  let position = info.length + tracks.length + cuesSize;
  const cues = starts.map((start, index) => {
    const entry = cue(start, position);
    position += clusters[index]?.length ?? 0;
    return entry;
  });
  return Buffer.concat([
    header,
    element('18538067', info, tracks, element('1c53bb6b', ...cues), ...clusters),
  ]);
}
