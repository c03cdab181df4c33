// What is pasted: an address as a timestamp, and a transcript as paragraphs.
import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Openings } from '../../src/app/openings';
import { DEFAULTS } from '../../src/settings/settings';
import { Pasting } from '../../src/writing/paste';
import { TimestampWriter } from '../../src/writing/timestamp-writer';
import { recordNotices } from '../support/fake-interface';
import { FakeNotes } from '../support/fake-notes';
import { FakeEditTarget } from '../support/fake-edit-target';

const ID = 'dQw4w9WgXcQ';
const address = `https://youtu.be/${ID}?t=62`;
const header = `---\nvideoId: ${ID}\n---\n`;
const anchor = '<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>';
const copied = '0:00\nOne is here.\n0:04\nTwo is here.\n0:09\nThree is here.\n0:30\nFour.';
const paragraphs = '[0:00] One is here. Two is here. Three is here.\n\n[0:30] Four.';

let target: FakeEditTarget | undefined;
let notices: (string | DocumentFragment)[];

beforeEach(() => {
  notices = recordNotices();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function pastingInto(note: string | undefined, settings = DEFAULTS): Pasting {
  target = note === undefined ? undefined : new FakeEditTarget(note);
  const values = signal(settings);
  const writer = new TimestampWriter(new FakeNotes(), values);
  return new Pasting({
    writer,
    settings: values,
    opened: new Openings(),
    editTarget: () => target,
    offerEditing: () => void notices.push('offered'),
  });
}

/** Pastes as the app does, if nobody else takes it. Whether the plugin took it. */
function paste(note: string, text: string, settings = DEFAULTS): boolean {
  const pasting = pastingInto(note, settings);
  const event = Object.assign(new Event('paste', { cancelable: true }), {
    clipboardData: { getData: () => text },
  });
  pasting.pasted(event as unknown as ClipboardEvent);
  const [{ from, to } = { from: 0, to: 0 }] = target?.selections ?? [];
  if (!event.defaultPrevented) target?.write([{ from, to, insert: text }], [from + text.length]);
  return event.defaultPrevented;
}

describe('an address that is pasted', () => {
  it.each([
    ['alone', `${header}‸`, `${header}${anchor} ‸`],
    ['in a sentence', `${header}He ‸ says`, `${header}He ${anchor}‸ says`],
    ['in a list', `${header}- ‸`, `${header}- ${anchor} ‸`],
    ['in parentheses', `${header}so (‸)`, `${header}so (${anchor}‸)`],
  ])('into a note about its video is a timestamp: %s', (_, note, expected) => {
    expect(paste(note, `${address}\n`)).toBe(true);
    expect(target?.note).toBe(expected);
  });

  it('is the address again after one undo', () => {
    const pasting = vi.spyOn(FakeEditTarget.prototype, 'write');
    paste(`${header}‸`, address);
    expect(target?.steps).toBe(2);
    expect(pasting.mock.calls[0]?.[0]).toEqual([{ from: header.length, to: header.length, insert: address }]);
  });

  it.each([
    ['about another video', `---\nvideoId: aircAruvnKk\n---\n‸`, address],
    ['without a video', '‸', address],
    ['of a video without a time', `${header}‸`, `https://youtu.be/${ID}`],
    ['with more text', `${header}‸`, `see ${address}`],
    ['in code', `${header}\`‸\``, address],
    ['in a block of code', `${header}\n\`\`\`\n‸\n\`\`\``, address],
    ['in the properties', `---\nvideoId: ${ID}\nsource: ‸\n---\n`, address],
    ['as the target of a link', `${header}[here](‸)`, address],
    ['as the target of a link that is not closed', `${header}[here](‸`, address],
    ['as that of a definition', `${header}[v]: ‸`, address],
    ['in an attribute', `${header}<a href="‸">`, address],
    ['over a selection', `${header}⟦word⟧‸`, address],
  ])('stays one %s', (_, note, text) => {
    expect(paste(note, text)).toBe(false);
    expect(target?.text).toContain(text);
    expect(target?.text).not.toContain('yt-timestamp');
  });

  it('stays one if that is set', () => {
    expect(paste(`${header}‸`, address, { ...DEFAULTS, pasteAddresses: false })).toBe(false);
  });

  it('keeps the end of its clip, and is written in the form that is set', () => {
    paste(`${header}‸`, `https://www.youtube.com/watch?v=${ID}&start=62&end=70`, {
      ...DEFAULTS,
      timestampFormat: 'link',
    });
    expect(target?.text).toBe(`${header}[1:02 - 1:10](${address}) `);
  });
});

describe('a transcript', () => {
  const clipboard = (text: string): void => {
    vi.stubGlobal('navigator', { clipboard: { readText: () => Promise.resolve(text) } });
  };

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['‸', `${paragraphs}‸`],
    ['# Title\n‸', `# Title\n\n${paragraphs}‸`],
    ['Before‸after', `Before\n\n${paragraphs}‸\n\nafter`],
    ['Before\n\n⟦old⟧‸\n\nafter', `Before\n\n${paragraphs}‸\n\nafter`],
  ])('is pasted as paragraphs of its own: %s', async (note, expected) => {
    clipboard(copied);
    await pastingInto(note).pasteTranscript();
    expect([target?.note, target?.steps, target?.hasFocus]).toEqual([expected, 1, true]);
  });

  it.each([
    ['Words.', 'The clipboard holds no transcript. Copy the lines of YouTube’s transcript, or subtitles.'],
    ['', 'The clipboard holds no transcript. Copy the lines of YouTube’s transcript, or subtitles.'],
  ])('is none: %s', async (text, said) => {
    clipboard(text);
    await pastingInto('‸').pasteTranscript();
    expect([target?.text, notices]).toEqual(['', [said]]);
  });

  it('needs a note that is edited', async () => {
    await pastingInto(undefined).pasteTranscript();
    expect(notices).toEqual(['offered']);
  });

  it('that is pasted as it is can be made one', () => {
    expect(paste('Before\n\n‸', copied.replace(/\n/g, '\r\n'))).toBe(false);
    target = new FakeEditTarget(`Before\n\n${copied}‸`);
    const [notice] = notices;
    if (typeof notice === 'string' || notice === undefined) throw new Error('Nothing is offered.');
    notice.querySelector('button')?.click();
    expect(target.text).toBe(`Before\n\n${paragraphs}`);
  });

  it.each(['0:00 Intro\n1:00 Middle\n2:00 End', 'Some words', '[0:00] One.\n\n[0:30] Two.\n\n[1:00] Three.'])(
    'is not offered for %s',
    (text) => {
      paste('‸', text);
      expect(notices).toEqual([]);
    },
  );
});
