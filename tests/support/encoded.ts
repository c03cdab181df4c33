// Encodes text for old encodings, which have decoders everywhere and encoders nowhere.

const TABLES = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of a text. Throws if the encoding lacks one of its characters. */
export function encodedAs(encoding: string, text: string): Uint8Array<ArrayBuffer> {
  const table = tableOf(encoding);
  const bytes = Array.from(text).flatMap((character) => {
    const found = table.get(character);
    if (found === undefined) throw new Error(`There is no ${character} in ${encoding}.`);
    return found;
  });
  return Uint8Array.from(bytes);
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = TABLES.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // The encoding has no such character.
    }
  };
  for (let first = 0; first < 256; first++) add(first);
  for (let first = 0x81; first < 256; first++)
    for (let second = 0x40; second < 256; second++) add(first, second);
  TABLES.set(encoding, table);
  return table;
}
