// What a set of notes holds: its timestamps, counted by kind and by how they are read.

const KINDS = ['anchor', 'bare', 'link'];
const READINGS = ['as-written', 'minutes-seconds', 'from-label', 'past-end', 'unreadable'];
const BROKEN = ['tag', 'unclosed', 'overlong'];
const MOST_EXAMPLES = 10;

const TAG = /<a\b/;
const CLASS = /\byt-timestamp\b/;

/**
 * Counts the timestamps of notes, one `{ name, text }` at a time. `scan`, `interpret` and `findDoubtful` are the plugin's;
 * `now` tells the time in milliseconds.
 */
export function survey(notes, { scan, interpret, findDoubtful, now = () => performance.now() }) {
  const counts = new Map();
  const count = (kind, row) => counts.set(`${kind} ${row}`, (counts.get(`${kind} ${row}`) ?? 0) + 1);
  const total = { notes: 0, characters: 0, milliseconds: 0, openingTags: 0, examples: [] };
  for (const { name, text } of notes) {
    const started = now();
    const timestamps = scan(text);
    total.milliseconds += now() - started;
    total.notes++;
    total.characters += text.length;
    total.openingTags += openingTagsIn(text);
    for (const { kind, from, to, written, broken } of timestamps) {
      const { how } = interpret(written);
      for (const row of ['found', how, ...(broken === undefined ? [] : [broken])]) count(kind, row);
      if (how === 'unreadable' && total.examples.length < MOST_EXAMPLES) {
        total.examples.push({ name, offset: from, source: text.slice(from, to) });
      }
    }
    for (const { timestamp, becomes } of findDoubtful(text)) {
      count(timestamp.kind, 'doubtful');
      if (becomes !== undefined) count(timestamp.kind, 'repaired');
    }
  }
  return { ...total, count: (kind, row) => counts.get(`${kind} ${row}`) ?? 0 };
}

/** Counts whatever a browser or somebody in a hurry could take for the opening tag of a timestamp, wherever it stands. */
function openingTagsIn(text) {
  const ended = text.split('>').slice(0, -1);
  return ended.filter((piece) => {
    const tag = piece.search(TAG);
    return tag >= 0 && CLASS.test(piece.slice(tag + '<a'.length));
  }).length;
}

/** The survey as lines of text, without what differs from run to run. */
export function surveyTable({ notes, openingTags, count }) {
  const row = (label, cells) => label.padEnd(38) + cells.map((cell) => String(cell).padStart(12)).join('');
  const counted = (label, name) =>
    row(
      label,
      KINDS.map((kind) => count(kind, name).toLocaleString('en')),
    );
  const anchors = count('anchor', 'found');
  const readable = anchors === 0 ? 1 : 1 - count('anchor', 'unreadable') / anchors;
  return [
    row('notes', [notes.toLocaleString('en')]),
    row('', ['anchors', 'bare times', 'links']),
    counted('timestamps', 'found'),
    ...READINGS.map((how) => counted(`  ${how}`, how)),
    ...BROKEN.map((broken) => counted(`  broken: ${broken}`, broken)),
    counted('listed by a check', 'doubtful'),
    counted('  with a repair', 'repaired'),
    row('readable', [`${(readable * 100).toFixed(3)} %`]),
    row('opening tags, by regular expression', [openingTags.toLocaleString('en')]),
    row('  of them in code and the like', [(openingTags - anchors).toLocaleString('en')]),
  ].join('\n');
}

/** How fast the scan was, and what could not be read: the lines below the table. */
export function surveyDetails({ characters, milliseconds, examples }) {
  const seconds = milliseconds / 1000;
  const lines = [`scanned in ${seconds.toFixed(2)} s, ${(characters / 1e6 / seconds).toFixed(0)} MB/s`];
  if (examples.length > 0) lines.push('', 'unreadable, for example');
  for (const { name, offset, source } of examples) {
    lines.push(`  ${name}, character ${offset}: ${JSON.stringify(source)}`);
  }
  return lines.join('\n');
}
