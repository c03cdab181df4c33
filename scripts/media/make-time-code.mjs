// Makes tests/vault/media/time-code.webm: twelve minutes that show the running time in large figures,
// so that a seek to the wrong second is seen at once. Needs ffmpeg with libvpx and the Liberation fonts.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const outfile = fileURLToPath(new URL('../../tests/vault/media/time-code.webm', import.meta.url));

const minutes = 12;
const length = minutes * 60;
const framesPerSecond = 4;
const secondsPerKeyframe = 10;
const size = { width: 640, height: 360 };
const bar = { x: 40, y: 300, width: 560, height: 6 };

const font = (style) => `/usr/share/fonts/truetype/liberation/LiberationSans-${style}.ttf`;

/** One colour a minute: a seek that is a minute off shows from across the room. */
const minuteColours = [
  '0x7aa2f7', '0x7dcfff', '0x73daca', '0x9ece6a', '0xcfc867', '0xe0af68',
  '0xff9e64', '0xf7768e', '0xe07bb0', '0xbb9af7', '0x9d8cf5', '0x8ab4f8',
]; // prettier-ignore

// Times are counted in frames, not read from the presentation time, so that no rounding shows 0:02 at 0:03.
const second = `trunc(n/${framesPerSecond})`;
const field = (expression, digits) => `%{eif\\:${expression}\\:d\\:${digits}}`;
const timeCode = [
  field(`trunc(${second}/3600)`, 1),
  field(`mod(trunc(${second}/60),60)`, 2),
  field(`mod(${second},60)`, 2),
].join('\\:');
const remaining = [field(`trunc((${length}-${second})/60)`, 1), field(`mod(${length}-${second},60)`, 2)].join(
  '\\:',
);

function text(content, { style = 'Regular', ...options }) {
  const settings = Object.entries({ fontfile: font(style), ...options }).map(
    ([key, value]) => `${key}=${value}`,
  );
  return `drawtext=text='${content}':${settings.join(':')}`;
}

function box({ x, y, width, height, colour, from = 0, to = length }) {
  const visible = `enable='gte(t,${from})*lt(t,${to})'`;
  return `drawbox=x=${x}:y=${y}:w=${width}:h=${height}:color=${colour}:t=fill:${visible}`;
}

/** The bar of one minute: a dim segment that fills in twelve steps of five seconds. */
function minuteBar(minute) {
  const gap = 4;
  const full = bar.width / minutes;
  const x = Math.round(bar.x + minute * full);
  const width = Math.round(full) - gap;
  const colour = minuteColours[minute];
  const segment = { x, y: bar.y, height: bar.height, colour };
  const steps = Array.from({ length: 12 }, (_, step) => {
    const from = minute * 60 + step * 5;
    const to = step === 11 ? length + 1 : from + 5;
    return box({ ...segment, width: Math.round((width * (step + 1)) / 12), from, to });
  });
  return [box({ ...segment, width, colour: '0x2a2e42' }), ...steps];
}

const background = `color=c=0x16161e:s=${size.width}x${size.height}:r=${framesPerSecond}:d=${length}`;
const picture = [
  text('PLAYHEAD  TIME  CODE', { style: 'Bold', fontsize: 15, fontcolor: '0x565f89', x: 40, y: 40 }),
  text(`${remaining} left`, { fontsize: 15, fontcolor: '0x565f89', x: `${size.width - 40}-text_w`, y: 40 }),
  ...minuteColours.map((fontcolor, minute) =>
    text(timeCode, {
      style: 'Bold',
      fontsize: 128,
      fontcolor,
      x: '(w-text_w)/2',
      y: 116,
      enable: `'gte(t,${minute * 60})*lt(t,${(minute + 1) * 60})'`,
    }),
  ),
  ...minuteColours.flatMap((_, minute) => minuteBar(minute)),
  text('0\\:00', { fontsize: 14, fontcolor: '0x787c99', x: 40, y: 318 }),
  text(`${minutes}\\:00`, { fontsize: 14, fontcolor: '0x787c99', x: `${size.width - 44}-text_w`, y: 318 }),
].join(',');

execFileSync(
  'ffmpeg',
  [
    ...['-hide_banner', '-loglevel', 'error', '-y'],
    ...['-f', 'lavfi', '-i', background, '-vf', `${picture},format=yuv420p`],
    ...['-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '47', '-deadline', 'good', '-cpu-used', '1'],
    ...['-g', String(secondsPerKeyframe * framesPerSecond), '-tune-content', 'screen'],
    // One thread and no dates or version strings: the same ffmpeg writes the same bytes again.
    ...['-threads', '1', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
    ...['-reserve_index_space', '8192', outfile],
  ],
  { stdio: 'inherit' },
);
console.error(`${outfile}: ${Math.ceil(statSync(outfile).size / 1024)} KB`);
