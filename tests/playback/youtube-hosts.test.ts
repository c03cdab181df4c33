// Which of YouTube's hosts is asked, by what is set and what has played on this device.
import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { YouTubeHosts, type YouTubeSettings } from '../../src/playback/youtube-hosts';
import { FakeStorage } from '../support/fake-storage';

const usual: YouTubeSettings = { youTubeHost: 'privacy-enhanced', otherYouTubeHost: true };

function hostsWith(options: { storage?: FakeStorage; isRefusing?: boolean } = {}): {
  readonly hosts: YouTubeHosts;
  readonly settings: { value: YouTubeSettings };
} {
  const { storage = new FakeStorage(), isRefusing = false } = options;
  const settings = signal(usual);
  return { hosts: new YouTubeHosts({ storage, settings, isRefusing }), settings };
}

describe('the hosts of YouTube', () => {
  it('are asked in the order that is set, the other one only if it may be', () => {
    const { hosts, settings } = hostsWith();
    expect(hosts.hosts()).toEqual(['privacy-enhanced', 'youtube']);
    settings.value = { ...usual, youTubeHost: 'youtube' };
    expect(hosts.hosts()).toEqual(['youtube', 'privacy-enhanced']);
    settings.value = { ...usual, otherYouTubeHost: false };
    expect(hosts.hosts()).toEqual(['privacy-enhanced']);
  });

  it('are asked where the video has played first, as long as the same is set', () => {
    const storage = new FakeStorage();
    hostsWith({ storage }).hosts.played('youtube');
    const { hosts, settings } = hostsWith({ storage });
    expect(hosts.hosts()).toEqual(['youtube', 'privacy-enhanced']);
    settings.value = { ...usual, otherYouTubeHost: false };
    expect(hosts.hosts()).toEqual(['privacy-enhanced']);
    settings.value = { ...usual, youTubeHost: 'youtube' };
    expect(hosts.hosts()).toEqual(['youtube', 'privacy-enhanced']);
  });

  it('are written once, not with every video that plays', () => {
    const storage = new FakeStorage();
    const { hosts } = hostsWith({ storage });
    hosts.played('youtube');
    hosts.played('youtube');
    expect(storage.saves).toBe(1);
  });

  it.each([['text'], [12], [[]], [{ set: 'x', played: 'youtube' }], [{ set: 'youtube' }]])(
    'are the usual ones where %j was kept',
    (kept) => {
      const { hosts } = hostsWith({ storage: new FakeStorage(kept) });
      expect(hosts.hosts()).toEqual(['privacy-enhanced', 'youtube']);
    },
  );
});

describe('a device where YouTube refuses its player', () => {
  it('asks no host, until the user wants it; and again none once all have refused', () => {
    const { hosts } = hostsWith({ isRefusing: true });
    expect(hosts.hosts()).toEqual([]);
    hosts.tryAnyway();
    expect(hosts.hosts()).toEqual(['privacy-enhanced', 'youtube']);
    hosts.refused();
    expect(hosts.hosts()).toEqual([]);
  });

  it('is none where a video has played', () => {
    const storage = new FakeStorage();
    hostsWith({ storage, isRefusing: true }).hosts.played('privacy-enhanced');
    expect(hostsWith({ storage, isRefusing: true }).hosts.hosts()).toHaveLength(2);
  });
});
