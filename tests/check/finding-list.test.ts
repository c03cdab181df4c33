// The rows of a check: what each shows and offers, what is ticked, and where the keys go.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findDoubtful, type Finding } from '../../src/core/write/repair';
import { FindingList } from '../../src/check/finding-list';
import { noteContext, ownVideo } from '../core/doubtful-notes';

const note = noteContext(4202);
const anchor = (time: string): string => `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;
/** One that can be mended, one of no second that can only be looked at, and one more that can be mended. */
const findings = findDoubtful(['03:01:00', '75:30', '51:55:00'].map(anchor).join('\n'), note);
const [first, , last] = findings as [Finding, Finding, Finding];

const options = {
  limitOf: () => note.limitOf(ownVideo),
  play: vi.fn(),
  hover: vi.fn(),
  showSource: vi.fn(),
  wordsAround: ({ source }: Finding) => `Around ${source}`,
  onChange: vi.fn(),
};
const TICKED = { isTicked: true, isByLabel: false };
let list: FindingList;
const ticked = (): readonly Finding[] =>
  [...list.choices].filter(([, { isTicked }]) => isTicked).map(([finding]) => finding);

beforeEach(() => {
  list = new FindingList(document.body, options);
  list.show(findings, () => TICKED, new Map());
});

afterEach(() => {
  document.body.empty();
  vi.clearAllMocks();
});

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const boxes = (): HTMLElement[] => all('.playhead-finding input');
const buttons = (): HTMLElement[] => all('.playhead-finding button[aria-label^="Play"]');

function press(key: string): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

it('shows of each what is written and what it would become, and a box only where there is a choice', () => {
  const codes = all('.playhead-finding').map((row) => [
    ...[...row.querySelectorAll('code')].map(({ textContent }) => textContent),
    row.querySelector('input') !== null,
  ]);
  expect(codes).toEqual([
    ['03:01:00', '00:03:01', true],
    ['75:30', false],
    ['51:55:00', '00:51:55', true],
  ]);
});

it('shows of each the words around it in the note', () => {
  expect(all('.playhead-finding-words').map(({ textContent }) => textContent)).toEqual(
    findings.map(({ source }) => `Around ${source}`),
  );
});

describe('a ticked finding', () => {
  it('is what was said to be when it was shown, of what there is a box for', () => {
    expect(ticked()).toEqual([first, last]);
    list.show(findings, (finding) => ({ ...TICKED, isTicked: finding === last }), new Map());
    expect(ticked()).toEqual([last]);
  });

  it('is changed for all at once', () => {
    list.tickAll(false);
    expect(ticked()).toEqual([]);
    list.tickAll(true);
    expect(ticked()).toEqual([first, last]);
  });

  it('is changed by a click, which is told', () => {
    boxes()[0]?.click();
    expect(ticked()).toEqual([last]);
    expect(options.onChange).toHaveBeenCalledOnce();
  });
});

describe('a button', () => {
  it('is there for each that has a second, says it, and plays that', () => {
    expect(buttons().map((button) => button.getAttribute('aria-label'))).toEqual([
      'Play from 3:01',
      'Play from 51:55',
    ]);
    buttons()[1]?.click();
    expect(options.play.mock.calls).toEqual([[last]]);
  });

  it.each([
    ['mouseover', new MouseEvent('mouseover')],
    ['keydown', new KeyboardEvent('keydown', { key: 'Control' })],
  ])('tells what may be previewed: %s', (_, event) => {
    buttons()[0]?.dispatchEvent(event);
    expect(options.hover.mock.calls).toEqual([[first, buttons()[0], event]]);
  });
});

it('has a “Show source” button for each finding, also for one without a replacement', () => {
  const shows = all('.playhead-finding button[aria-label="Show source"]');
  expect(shows).toHaveLength(findings.length);
  shows[1]?.click();
  expect(options.showSource.mock.calls).toEqual([[findings[1]]]);
});

describe('the arrow keys', () => {
  it('go from box to box, past a row that has nothing, and no further than the ends', () => {
    list.focus();
    const way = ['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => {
      press(key);
      return boxes().indexOf(document.activeElement as HTMLElement);
    });
    expect(way).toEqual([0, 1, 1, 0]);
  });

  it('go from button to button', () => {
    buttons()[0]?.focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(buttons()[1]);
  });
});

describe('shown anew, the focus', () => {
  it('is in the row before where its own is gone, and in the first where there is none', () => {
    boxes()[1]?.focus();
    list.show([first], () => TICKED, new Map());
    expect(document.activeElement).toBe(boxes()[0]);
    list.show([last], () => TICKED, new Map());
    expect(document.activeElement).toBe(boxes()[0]);
  });

  it('stays elsewhere', () => {
    list.show([first], () => TICKED, new Map());
    expect(document.activeElement).toBe(document.body);
  });
});
