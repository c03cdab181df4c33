// A note's properties in its text: where they are, what they say, and how one more comes among them.
import { lineEndOf } from './line-end';
import { applyChanges, type Change, type Span } from './rewrite';

/** Reads YAML. Throws where it is broken. */
export type ParseYaml = (yaml: string) => unknown;

/** The lines between the marks. */
export interface PropertiesBlock extends Span {
  /** Where the line of the closing mark ends. */
  readonly end: number;
}

export interface Property {
  readonly name: string;
  readonly value: string;
}

const OPEN = /^---[ \t]*\r?\n/;
const CLOSE = /^---[ \t]*\r?$/gm;
const COLON = /^[ \t]*:/;
/** A value that is none. */
const NOTHING = /^[ \t]*(?:~|null|""|'')?/;

/** Where the note's properties are; undefined where it has none. */
export function propertiesIn(text: string): PropertiesBlock | undefined {
  const open = OPEN.exec(text)?.[0];
  if (open === undefined) return undefined;
  CLOSE.lastIndex = open.length;
  const close = CLOSE.exec(text);
  return close === null
    ? undefined
    : { from: open.length, to: close.index, end: close.index + close[0].length };
}

/** What the properties of the note say; undefined where they are broken. */
export function readProperties(text: string, parse: ParseYaml): object | undefined {
  const block = propertiesIn(text);
  const yaml = block === undefined ? '' : text.slice(block.from, block.to);
  try {
    const properties = parse(yaml) ?? {};
    return typeof properties === 'object' && !Array.isArray(properties) ? properties : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What gives the note's properties one more, and changes nothing else; undefined where that cannot be: they are broken,
 * written as nobody would, or hold something else there already.
 */
export function propertyChange(text: string, property: Property, parse: ParseYaml): Change | undefined {
  const { name, value } = property;
  const before = readProperties(text, parse);
  if (before === undefined) return undefined;
  const place = name in before ? emptyValue(text, name) : 'new';
  const wanted = asText({ ...before, [name]: value });
  if (place === undefined || wanted === undefined) return undefined;
  // Some ids are numbers for YAML unless they are in quotes.
  return [value, JSON.stringify(value)]
    .map((written) => changeAt(text, place, { name, value: written }))
    .find((change) => asText(readProperties(applyChanges(text, [change]), parse)) === wanted);
}

function changeAt(text: string, place: Span | 'new', { name, value }: Property): Change {
  if (place !== 'new') return { ...place, insert: ` ${value}` };
  const end = lineEndOf(text);
  const line = `${name}: ${value}${end}`;
  const block = propertiesIn(text);
  return block === undefined
    ? { from: 0, to: 0, insert: `---${end}${line}---${end}` }
    : { from: block.to, to: block.to, insert: line };
}

/** What stands behind the name of a property that has no value. */
function emptyValue(text: string, name: string): Span | undefined {
  const block = propertiesIn(text);
  let from = block?.from ?? 0;
  for (const line of text.slice(from, block?.to ?? 0).split('\n')) {
    const colon = line.startsWith(name) ? (COLON.exec(line.slice(name.length))?.[0] ?? '') : '';
    const start = name.length + colon.length;
    const length = colon === '' ? undefined : lengthOfNothing(line.slice(start));
    if (length !== undefined) return { from: from + start, to: from + start + length };
    from += line.length + 1;
  }
  return undefined;
}

/** How much of what stands behind a colon is the value, where it is none; undefined for any other value. */
function lengthOfNothing(text: string): number | undefined {
  const { length } = NOTHING.exec(text)?.[0] ?? '';
  const behind = text.slice(length);
  if (behind.trim() === '') return length;
  const isSpace = text.slice(0, length).trim() === '';
  // A comment begins behind a space.
  if (isSpace) return length > 0 && behind.startsWith('#') ? length - 1 : undefined;
  return behind.trimStart().startsWith('#') && !behind.startsWith('#') ? length : undefined;
}

/** Undefined for what goes on within itself, as YAML may. */
function asText(data: unknown): string | undefined {
  try {
    return JSON.stringify(data);
  } catch {
    return undefined;
  }
}
