// The user's own form: what can be one, and why not.
import { describe, expect, it } from 'vitest';
import { fillTemplate, readTemplate, saysVideo } from '../../../src/core/write/template';

describe('a template', () => {
  it.each([
    ['[{{time}}]({{url}})', '[TIME](URL)'],
    ['{{ seconds }}', 'SECONDS'],
    ['{{time}}{{time}}', 'TIMETIME'],
    ['{a} {{{time}}} $x$', '{a} {TIME} $x$'],
    ['{{title}}, {{video}} at {{seconds}} s', 'TITLE, VIDEO at SECONDS s'],
  ])('%s is filled', (text, filled) => {
    const template = readTemplate(text);
    if ('refused' in template) throw new Error(template.refused);
    expect(fillTemplate(template, (placeholder) => placeholder.toUpperCase())).toBe(filled);
  });

  it.each([
    ['{{time}}\n{{title}}', 'Use one line only.'],
    ['{{time}} {{', 'Close each {{ with }} and put a name between them.'],
    ['{{time', 'Close each {{ with }} and put a name between them.'],
    ['time}}', 'Close each {{ with }} and put a name between them.'],
    ['{{ti{{me}}', 'Close each {{ with }} and put a name between them.'],
    ['{{speaker}} {{time}}', expect.stringContaining('Unknown name: {{speaker}}.') as string],
    ['{{}} {{time}}', expect.stringContaining('Unknown name: {{}}.') as string],
    ['{{Time}}', expect.stringContaining('Unknown name: {{Time}}.') as string],
    ['', 'Add {{time}}, {{seconds}} or {{url}}.'],
    ['{{title}} {{video}}', 'Add {{time}}, {{seconds}} or {{url}}.'],
    ['time', 'Add {{time}}, {{seconds}} or {{url}}.'],
  ])('%j is refused', (text, reason) => expect(readTemplate(text)).toEqual({ refused: reason }));

  it.each([
    ['[{{time}}]', false],
    ['{{seconds}} {{title}}', false],
    ['{{url}}', true],
    ['{{time}} {{video}}', true],
  ])('%s says its video: %s', (text, said) => {
    const template = readTemplate(text);
    expect('parts' in template && saysVideo(template)).toBe(said);
  });
});
