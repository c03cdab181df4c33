// `{{youtube-timestamp 62}}`: the macro of another app, in notes that moved from it.
import type { Source } from './source';
import type { Timestamp } from '../mean/timestamp';

const MACRO = /\{\{ ?youtube-timestamp ([\d:.]{1,16}) ?\}\}/y;

export function readMacro(source: Source, from: number): Timestamp | undefined {
  const [whole, time] = source.text.startsWith('{{', from) ? (source.match(MACRO, from) ?? []) : [];
  if (whole === undefined) return undefined;
  const written = { time, label: '' };
  return { kind: 'macro', from, to: from + whole.length, written, end: undefined, named: undefined };
}
