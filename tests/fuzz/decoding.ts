// What must hold of what comes from outside: addresses, messages of a player, saved settings, saved layouts.
import {
  linkAt,
  nameOf,
  readVideo,
  sameVideo,
  videoKey,
  videoOfKey,
  videoProperty,
} from '../../src/core/mean/video';
import { isPlainYouTubeUrl, isYouTubeId, parseYouTubeUrl, youTubeUrl } from '../../src/core/mean/youtube-url';
import { decodePaneState, encodePaneState } from '../../src/playback/pane-state';
import { LOADING } from '../../src/player/player';
import { decodeMessage } from '../../src/player/youtube/protocol';
import { infoIn, merge } from '../../src/player/youtube/report';
import { decodeSettings, DEFAULTS } from '../../src/settings/settings';
import type { Target } from './fuzzing';
import type { Random } from './random';
import { OTHER, OWN, timeOf } from './texts';

const ADDRESS_PARTS = [
  ...[
    'https://',
    'http://',
    '//',
    'javascript:',
    'file:///',
    'www.',
    'youtube.com',
    'youtu.be',
    'm.youtube.com',
    '.example',
    '@',
    ':80',
    ':0',
  ],
  ...[
    '/',
    '/watch',
    '/embed/',
    '/shorts/',
    '/live/',
    '/v/',
    '?',
    '&',
    '&amp;',
    '#',
    '=',
    'v=',
    't=',
    'start=',
    'list=',
    OWN,
    OTHER,
    'videoseries',
  ],
  ...[
    '[[',
    ']]',
    '![[',
    '|',
    '#t=',
    '.mp4',
    '.webm',
    '.MP3',
    '%',
    '%00',
    '%F',
    '%23',
    '\\',
    ' ',
    '1h2m',
    '62',
    '\ud800',
    '..',
    '^',
    '[',
    ']',
    '(',
    ')',
    'C#',
    'é',
    '\n',
  ],
];

function addressOf(random: Random): string {
  if (random.chance(30))
    return `https://youtu.be/${random.pick([OWN, OTHER])}?t=${timeOf(random)}${random.pick(['', '&list=PL1', '#t=3', ' '])}`;
  if (random.chance(20))
    return `https://a.example/${random.some(3, () => random.pick(ADDRESS_PARTS)).join('')}.mp4`;
  return random.some(8, () => random.pick(ADDRESS_PARTS)).join('');
}

interface Address {
  readonly text: string;
  readonly seconds: number;
}

export const addresses: Target<Address> = {
  name: 'addresses',
  make: (random) => ({ text: addressOf(random), seconds: random.below(400_000) }),
  faultIn: ({ text, seconds }) => {
    isPlainYouTubeUrl(text);
    const parsed = parseYouTubeUrl(text);
    if (parsed !== undefined) {
      const { id, start } = parsed;
      if (!isYouTubeId(id)) return `${id} is no id`;
      if (start !== undefined && !(start >= 0 && Number.isFinite(start))) return `${start} is no time`;
      const again = parseYouTubeUrl(youTubeUrl(id, seconds));
      if (again?.id !== id || again.start !== seconds) return 'what is written is read as something else';
    }
    const video = readVideo(text, (link) => (link.startsWith('C') ? undefined : link), true);
    if (video === undefined) return undefined;
    if (!sameVideo(videoOfKey(videoKey(video)), video)) return `its key is read as another video`;
    // The path of a file may hold what its link cannot say: then nothing is written, and nothing is to be read.
    if (video.kind === 'file') return undefined;
    const written = [
      linkAt(video, seconds),
      nameOf(video),
      videoProperty(video, ['videoId', 'video'])?.value,
    ];
    const other = written.find(
      (one) =>
        !sameVideo(
          readVideo(one, (link) => link, true),
          video,
        ),
    );
    return other === undefined ? undefined : `${other} is read as another video`;
  },
};

const NUMBERS = [0, 1, -1, 0.25, 1.5, 15, 4202, 1e9, 1e308, -0, 3, 5, 101, 150, 2 ** 53];
const KEYS = [
  ...[
    'event',
    'info',
    'id',
    'currentTime',
    'duration',
    'playerState',
    'playbackRate',
    'availablePlaybackRates',
    'volume',
    'muted',
  ],
  ...[
    'videoLoadedFraction',
    'videoData',
    'video_id',
    'title',
    'isLive',
    'video',
    'time',
    'rate',
    'length',
    '__proto__',
    'constructor',
    'toString',
  ],
];
const EVENTS = [
  ...[
    'initialDelivery',
    'infoDelivery',
    'onReady',
    'onStateChange',
    'onError',
    'onPlaybackRateChange',
    'onAutoplayBlocked',
    'readyToListen',
  ],
  ...['alreadyInitialized', 'apiInfoDelivery', ''],
];

/** Any JSON, often such as is expected. */
function jsonOf(random: Random, depth = 3): unknown {
  const kind = random.below(depth > 0 ? 12 : 9);
  if (kind < 4) return random.pick(NUMBERS);
  if (kind < 5) return random.chance(50);
  if (kind < 6) return null;
  if (kind < 9)
    return random.pick([
      '',
      'Infinity',
      'a title',
      '\ud83d',
      OWN,
      'x'.repeat(400),
      '12',
      `youtube:${OWN}`,
      'file:a.mp4',
      'url:http://x/',
    ]);
  if (kind < 10) return random.some(4, () => jsonOf(random, depth - 1));
  return Object.fromEntries(random.some(6, () => [random.pick(KEYS), jsonOf(random, depth - 1)] as const));
}

function messageOf(random: Random): string {
  const info = random.chance(80)
    ? Object.fromEntries(random.some(6, () => [random.pick(KEYS.slice(3)), jsonOf(random, 2)] as const))
    : jsonOf(random);
  const text = JSON.stringify({ event: random.pick(EVENTS), info, id: 1 });
  if (random.chance(85)) return text;
  const at = random.below(text.length);
  return text.slice(0, at) + random.pick(['', '{', '"', '1e999', '\ud800', ',']) + text.slice(at + 1);
}

const isSeconds = (value: number | undefined): boolean =>
  value === undefined || (Number.isFinite(value) && value >= 0);

export const messages: Target<string> = {
  name: 'messages',
  make: messageOf,
  faultIn: (text) => {
    const message = decodeMessage(text);
    if (message === undefined || message.event === 'readyToListen') return undefined;
    if (message.event === 'onError' || message.event === 'onAutoplayBlocked') return undefined;
    const info = infoIn(message, {});
    if (!isSeconds(info.currentTime) || !isSeconds(info.duration)) return 'it gives a time that is none';
    const { rate, rates, volume, length, title = '', muted, live } = merge(LOADING, info);
    if (!isSeconds(length) || length === 0) return `${length} is no length`;
    if (![rate, ...rates].every((one) => one > 0 && Number.isFinite(one)))
      return 'it gives a rate that is none';
    if (!(volume >= 0 && volume <= 1)) return `${volume} is no volume`;
    if (typeof title !== 'string' || typeof muted !== 'boolean' || typeof live !== 'boolean')
      return 'it gives another kind of thing';
    return Object.prototype.hasOwnProperty.call({}, 'polluted') ? 'it reaches all objects' : undefined;
  },
};

const SETTINGS = Object.keys(DEFAULTS);
const VALUES = [
  ...Object.values(DEFAULTS),
  ...[
    'link',
    'template',
    'off',
    'still',
    'tab',
    'as-written',
    '{{time}}',
    '{{',
    '',
    '@',
    'a b',
    600,
    601,
    0,
    -1,
    1,
    0.5,
    1e9,
    null,
    true,
    false,
  ],
  ...[[], ['video'], ['  a ', 'a', 7, null], [''], {}, { a: 1 }],
];

export const settings: Target<{ readonly saved: unknown }> = {
  name: 'settings',
  make: (random) => {
    if (random.chance(10)) return { saved: jsonOf(random) };
    const names = [...SETTINGS, 'unknown', '__proto__', 'constructor'];
    const entries = random.some(
      8,
      () => [random.pick(names), random.chance(80) ? random.pick(VALUES) : jsonOf(random, 2)] as const,
    );
    return { saved: JSON.parse(JSON.stringify(Object.fromEntries(entries))) as unknown };
  },
  faultIn: ({ saved }) => {
    const decoded = decodeSettings(saved);
    if (Object.keys(decoded).sort().join() !== [...SETTINGS].sort().join()) return 'it has other settings';
    const again = decodeSettings(decoded);
    if (JSON.stringify(again) !== JSON.stringify(decoded))
      return 'what was decoded is decoded as something else';
    const { lookBack, resumeAfter, shortSkip, longSkip, videoProperties, suggestTrigger } = decoded;
    if (![lookBack, resumeAfter].every((one) => one >= 0 && one <= 600))
      return 'a number is out of its bounds';
    if (![shortSkip, longSkip].every((one) => one >= 1 && one <= 600)) return 'a skip is out of its bounds';
    if (videoProperties.length === 0 || videoProperties.some((name) => name.trim() !== name || name === ''))
      return 'a property has no name';
    return /\s/.test(suggestTrigger) ? 'the trigger holds a space' : undefined;
  },
};

const KEPT = [
  `youtube:${OWN}`,
  'youtube:x',
  'file:a/b.mp4',
  'file:C#/a.mp4',
  'file:a.txt',
  'url:https://a.example/b.webm',
  'url:javascript:1',
  'url:',
  ':',
  '',
];

export const layouts: Target<{ readonly saved: unknown }> = {
  name: 'layouts',
  make: (random) => {
    const state = {
      video: random.pick(KEPT),
      time: random.chance(70) ? random.pick(NUMBERS) : jsonOf(random, 1),
      rate: random.chance(70) ? random.pick(NUMBERS) : jsonOf(random, 1),
    };
    return { saved: random.chance(80) ? state : jsonOf(random) };
  },
  faultIn: ({ saved }) => {
    const state = decodePaneState(saved);
    if (state === undefined) return undefined;
    const { video, time, rate } = state;
    if (!(time >= 0 && Number.isFinite(time))) return `${time} is no time`;
    if (!(rate > 0 && Number.isFinite(rate))) return `${rate} is no rate`;
    if (!sameVideo(videoOfKey(videoKey(video)), video)) return 'the video is read as another';
    const kept: unknown = JSON.parse(JSON.stringify(encodePaneState(state)));
    return JSON.stringify(decodePaneState(kept)) === JSON.stringify(state)
      ? undefined
      : 'what it keeps is read as something else';
  },
};
