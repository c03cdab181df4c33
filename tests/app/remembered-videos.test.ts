// What is remembered of videos is written in time.
import { App } from 'obsidian-test-mocks/obsidian';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RememberedVideos } from '../../src/app/remembered-videos';
import { zoo } from '../playback/videos';

let app: App;
let remembered: RememberedVideos;

beforeEach(() => {
  vi.useFakeTimers();
  app = App.createConfigured__();
  remembered = new RememberedVideos(app.asOriginalType__());
  remembered.load();
  remembered.memory.learn(zoo, { position: 754 });
});

afterEach(() => {
  remembered.unload();
  vi.useRealTimers();
});

const written = (): unknown => app.loadLocalStorage('playhead-videos');

it('after five seconds', () => {
  vi.advanceTimersByTime(4999);
  expect(written()).toBeNull();
  vi.advanceTimersByTime(1);
  expect(written()).toEqual({ 'youtube:jNQXAC9IVRw': { position: 754 } });
});

it('when the plugin ends, with no timer left', () => {
  remembered.unload();
  expect(written()).not.toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

it('when the app quits', () => {
  app.workspace.trigger('quit');
  expect(written()).not.toBeNull();
});

it('when the page goes, which a quit may do without a word', () => {
  window.dispatchEvent(new Event('pagehide'));
  expect(written()).not.toBeNull();
});

it('when the app comes behind others, where a phone may end it', () => {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(written()).toBeNull();
  state.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(written()).not.toBeNull();
  state.mockRestore();
});
