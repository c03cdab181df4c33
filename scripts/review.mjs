// `npm run review`: what the directory's review looks at, in the source, the manifest and the styles. Nothing may be found.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { Failure, runScript } from './failure.mjs';
import { styleFindings } from './styles-review.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => readFile(`${root}${name}`, 'utf8');

await runScript(async () => {
  // Comments that turn a rule off count as findings: nothing is disabled.
  const eslint = new ESLint({ cwd: root, allowInlineConfig: false });
  const results = await eslint.lintFiles(['src/**/*.ts', 'package.json', 'manifest.json']);
  const disabled = (await Promise.all(results.map(({ filePath }) => readFile(filePath, 'utf8')))).flatMap(
    (text, index) => (/eslint-disable|@ts-(?:ignore|nocheck)/.test(text) ? results[index].filePath : []),
  );
  const styles = styleFindings(await read('styles.css'));
  const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0) + disabled.length;
  const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0) + styles.length;
  const formatter = await eslint.loadFormatter('stylish');
  const report = await formatter.format(results);
  if (report !== '') console.log(report);
  for (const path of disabled) console.log(`${path}: turns a rule off`);
  for (const finding of styles) console.log(`styles.css:${finding}`);
  const counts = `${errors} errors and ${warnings} warnings in ${results.length} files and the styles`;
  if (errors + warnings > 0) throw new Failure(counts);
  console.log(counts);
});
