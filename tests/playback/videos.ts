// Videos that tests are about.
import type { Video } from '../../src/core/mean/video';

export const zoo = { kind: 'youtube', id: 'jNQXAC9IVRw' } as const satisfies Video;
export const lecture = { kind: 'youtube', id: 'aircAruvnKk' } as const satisfies Video;
export const film = { kind: 'file', path: 'media/film.webm' } as const satisfies Video;
export const remote = {
  kind: 'url',
  url: 'https://media.example/talks/remote%20talk.mp4',
} as const satisfies Video;
