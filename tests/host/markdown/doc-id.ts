// The `docId` of a rendering: post-processors tell renderings of one note apart by it.

let issued = 0;

export function nextDocId(): string {
  issued += 1;
  return issued.toString(16).padStart(16, '0');
}
