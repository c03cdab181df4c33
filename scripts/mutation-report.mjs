// What came out of a run of Stryker, as a number and a list.

const NOTICED = new Set(['Killed', 'Timeout']);
const UNNOTICED = new Set(['Survived', 'NoCoverage']);

function mutantsOf(report) {
  return Object.entries(report.files).flatMap(([path, { mutants }]) =>
    mutants.map((mutant) => ({ path, ...mutant })),
  );
}

/** How many of a hundred changes some test noticed; 100 where none was made. */
export function scoreOf(report) {
  const all = mutantsOf(report).map(({ status }) => status);
  const noticed = all.filter((status) => NOTICED.has(status)).length;
  const unnoticed = all.filter((status) => UNNOTICED.has(status)).length;
  return noticed + unnoticed === 0 ? 100 : (100 * noticed) / (noticed + unnoticed);
}

/** The changes that no test noticed, each as `line: what it became`. */
export function survivorsOf(report) {
  return mutantsOf(report)
    .filter(({ status }) => UNNOTICED.has(status))
    .map(({ location, replacement, mutatorName }) => `${location.start.line}: ${replacement ?? mutatorName}`);
}
