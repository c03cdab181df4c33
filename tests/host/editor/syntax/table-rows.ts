// Rows of tables in a note's text: which lines they are, and where their cells stand.

const DELIMITER = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A stretch of a row, without the pipes and the space around. */
export interface CellText {
  readonly from: number;
  readonly to: number;
  /** With the space: from pipe to pipe. */
  readonly outerFrom: number;
  readonly outerTo: number;
}

export function isTableHead(line: string, below: string): boolean {
  if (!line.includes('|') || !isDelimiterRow(below)) return false;
  return splitRow(line).length === splitRow(below).length;
}

export function isDelimiterRow(line: string): boolean {
  return line.includes('|') && DELIMITER.test(line);
}

/** The cells of a row; a pipe behind a backslash is text. */
export function splitRow(row: string): CellText[] {
  const end = row.trimEnd().length;
  const pipes = [...row.slice(0, end).matchAll(/\\.|\|/g)].flatMap((match) =>
    match[0] === '|' ? [match.index] : [],
  );
  const start = row.length - row.trimStart().length;
  const edges = [
    ...(pipes[0] === start ? [] : [start - 1]),
    ...pipes,
    ...(pipes.at(-1) === end - 1 && pipes.length > 1 ? [] : [end]),
  ];
  return edges.slice(0, -1).map((edge, index) => {
    const outerFrom = edge + 1;
    const outerTo = edges[index + 1] ?? end;
    const text = row.slice(outerFrom, outerTo);
    const from =
      text.trim() === ''
        ? Math.min(outerFrom + 1, outerTo)
        : outerFrom + text.length - text.trimStart().length;
    const to = text.trim() === '' ? from : outerTo - (text.length - text.trimEnd().length);
    return { from, to, outerFrom, outerTo };
  });
}
