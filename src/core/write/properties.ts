// Finds a note's properties in its text, reads them, and adds one.
import { lineEndOf } from './line-end';
import { applyChanges, type Change, type Span } from './rewrite';

/** Parses YAML. Throws if it is malformed. */
export type ParseYaml = (yaml: string) => unknown;

/** The lines between the `---` marks. */
export interface PropertiesBlock extends Span {
  /** The end of the closing mark's line. */
  readonly end: number;
}

export interface Property {
  readonly name: string;
  readonly value: string;
}

const OPEN = /^---[ \t]*\r?\n/;
const CLOSE = /^---[ \t]*\r?$/gm;
const COLON = /^[ \t]*:/;
/** An empty value. */
const NOTHING = /^[ \t]*(?:~|null|""|'')?/;

/** A value in quotes, within which no comment begins. */
const QUOTED = /^[ \t]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;

/** The range of the note's properties; undefined if it has none. */
export function propertiesIn(text: string): PropertiesBlock | undefined {
  const open = OPEN.exec(text)?.[0];
  if (open === undefined) return undefined;
  CLOSE.lastIndex = open.length;
  const close = CLOSE.exec(text);
  if (close === null) return undefined;
  const [mark] = close;
  const end = close.index + mark.length - (mark.endsWith('\r') ? 1 : 0);
  return { from: open.length, to: close.index, end };
}

/** The properties of the note; undefined if they are malformed. */
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
 * The change that adds a property to a note, and changes nothing else. Undefined if the properties are malformed, have an unusual
 * layout, or have a value there that `isReplaceable` refuses.
 */
export function propertyChange(
  text: string,
  property: Property,
  parse: ParseYaml,
  isReplaceable: (held: unknown) => boolean = () => false,
): Change | undefined {
  const { name, value } = property;
  const before = readProperties(text, parse);
  if (before === undefined) return undefined;
  const held = new Map<string, unknown>(Object.entries(before));
  const span = held.has(name)
    ? (emptyValue(text, name) ?? (isReplaceable(held.get(name)) ? valueOnLine(text, name) : undefined))
    : 'new';
  const wanted = asText({ ...before, [name]: value });
  if (span === undefined || wanted === undefined) return undefined;
  // YAML would read some ids as numbers without quotes.
  return [value, JSON.stringify(value)]
    .map((written) => changeAt(text, span, { name, value: written }))
    .find((change) => asText(readProperties(applyChanges(text, [change]), parse)) === wanted);
}

function changeAt(text: string, span: Span | 'new', { name, value }: Property): Change {
  if (span !== 'new') return { ...span, insert: ` ${value}` };
  const end = lineEndOf(text);
  const line = `${name}: ${value}${end}`;
  const block = propertiesIn(text);
  return block === undefined
    ? { from: 0, to: 0, insert: `---${end}${line}---${end}` }
    : { from: block.to, to: block.to, insert: line };
}

/** The range after the name of a property without a value. */
function emptyValue(text: string, name: string): Span | undefined {
  return valueBehind(text, name, lengthOfNothing);
}

/** The value of a property on one line, without the comment after it. */
function valueOnLine(text: string, name: string): Span | undefined {
  const span = valueBehind(text, name, (rest) => rest.length);
  if (span === undefined) return undefined;
  const value = text.slice(span.from, span.to);
  const length = QUOTED.exec(value)?.[0].length ?? /[ \t]#/.exec(value)?.index;
  return length === undefined ? span : { ...span, to: span.from + length };
}

/** The range after the name of a property whose length `lengthOf` returns for the first of the property's lines. */
function valueBehind(
  text: string,
  name: string,
  lengthOf: (rest: string) => number | undefined,
): Span | undefined {
  const block = propertiesIn(text);
  let at = block?.from ?? 0;
  for (const line of text.slice(at, block?.to ?? 0).split('\n')) {
    const colon = line.startsWith(name) ? (COLON.exec(line.slice(name.length))?.[0] ?? '') : '';
    const start = name.length + colon.length;
    const [rest = ''] = line.slice(start).split('\r', 1);
    const length = colon === '' ? undefined : lengthOf(rest);
    if (length !== undefined) return { from: at + start, to: at + start + length };
    at += line.length + 1;
  }
  return undefined;
}

/** The length of an empty value after a colon; undefined if the value is not empty. */
function lengthOfNothing(rest: string): number | undefined {
  const { length } = NOTHING.exec(rest)?.[0] ?? '';
  const behind = rest.slice(length);
  if (behind.trim() === '') return length;
  const isSpace = rest.slice(0, length).trim() === '';
  // A comment begins after a space.
  if (isSpace) return length > 0 && behind.startsWith('#') ? length - 1 : undefined;
  return behind.trimStart().startsWith('#') && !behind.startsWith('#') ? length : undefined;
}

/** Undefined for data that contains itself, as YAML allows. */
function asText(data: unknown): string | undefined {
  try {
    return JSON.stringify(data);
  } catch {
    return undefined;
  }
}
