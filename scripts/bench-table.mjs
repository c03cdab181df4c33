// The rows of the benches as a table: the floor, what is measured, how they compare, the goal, and whether it is met.

/** The comparison of a row, and whether it meets its goal. */
export function judged({ floor, ours, compared, goal, isLeast = false, ...row }) {
  const value = { ratio: ours / floor, difference: ours - floor, value: ours }[compared];
  return {
    ...row,
    floor,
    ours,
    compared,
    value,
    goal,
    isLeast,
    met: goal === undefined ? undefined : isLeast ? value >= goal : value <= goal,
  };
}

/** Lines of text. */
export function tableOf(rows) {
  const cells = rows
    .map(judged)
    .map(({ name, unit, floor, ours, compared, value, goal, isLeast, met }) => [
      name,
      floor === undefined ? '' : `${shown(floor)} ${unit}`,
      `${shown(ours)} ${unit}`,
      compared === 'value' ? '' : `${compared === 'ratio' ? '×' : '+'} ${shown(value)}`,
      goal === undefined ? '' : `${isLeast ? '≥' : '≤'} ${goal}`,
      met === undefined ? '' : met ? 'met' : 'missed',
    ]);
  const all = [['', 'floor', 'Playhead', '', 'goal', ''], ...cells];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

const shown = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(2));
