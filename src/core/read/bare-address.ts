// The end of an address that stands bare in a sentence.

/** A mark that ends a sentence is no part of an address before it; nor is a mark that stands around it. */
const TRAILING = ".,;:!?*_'~";

/** An address without what stands behind it in a sentence: its marks, and a parenthesis that opens before the address. */
export function trimmedAddress(address: string): string {
  let surplus = address.split(')').length - address.split('(').length;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && surplus > 0) surplus--;
    else if (!TRAILING.includes(last)) break;
  }
  return address.slice(0, end);
}
