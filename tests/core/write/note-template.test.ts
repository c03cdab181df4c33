// The text of a new note: properties that are read as what was said, whatever a title holds, and text that stays text.
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { noteTemplateFault, noteText, type NoteFacts } from '../../../src/core/write/note-template';
import { readProperties } from '../../../src/core/write/properties';
import { DEFAULTS } from '../../../src/settings/settings';

const facts: NoteFacts = {
  title: 'But what is a neural network?',
  author: '3Blue1Brown',
  url: 'https://youtu.be/aircAruvnKk',
  id: 'aircAruvnKk',
  date: '2024-01-31',
};

describe('the default template', () => {
  it('names the video, its title and its author, and leaves a line to write on', () => {
    expect(noteText(DEFAULTS.noteTemplate, facts)).toBe(
      '---\nvideoId: aircAruvnKk\ntitle: "But what is a neural network?"\nauthor: "3Blue1Brown"\n---\n\n',
    );
  });

  it('leaves out what nobody has said', () => {
    expect(noteText(DEFAULTS.noteTemplate, { ...facts, author: undefined, title: undefined })).toBe(
      '---\nvideoId: aircAruvnKk\n---\n\n',
    );
  });
});

describe('a title among the properties', () => {
  it.each([
    '---\ntitle: {{title}}\n---\n',
    '---\ntitle: "{{ title }}"\n---\n',
    "---\ntitle: '{{title}}'\n---\n",
    '---\r\ntitle: {{title}}\r\n---\r\n',
  ])('is read back as it was said: %j', (template) => {
    const title = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(title, (said) => {
        const text = noteText(template, { ...facts, title: said });
        expect(readProperties(text, parse)).toEqual({ title: said });
      }),
    );
  });

  it('is read back out of a list, in brackets and in lines', () => {
    const said = 'a: "b", \'c\' # [d]';
    const text = noteText('---\naliases: [{{title}}]\ntags:\n  - {{title}}\n---\n', {
      ...facts,
      title: said,
    });
    expect(readProperties(text, parse)).toEqual({ aliases: [said], tags: [said] });
  });

  it.each(['true', 'No', '1984', '12:30', 'null', '~', '- a', '@a', '`'])(
    'is a text where it is %j',
    (said) => {
      expect(
        readProperties(noteText('---\ntitle: {{title}}\n---\n', { ...facts, title: said }), parse),
      ).toEqual({
        title: said,
      });
    },
  );
});

describe('the text', () => {
  it('says the facts, with no mark of Markdown that a title may hold', () => {
    const said = { ...facts, title: 'A [b](c) *d* <e' };
    expect(noteText('# {{title}}\n[{{title}}]({{url}}) by {{author}}, {{date}} {{id}}', said)).toBe(
      '# A \\[b\\](c) \\*d\\* \\<e\n[A \\[b\\](c) \\*d\\* \\<e](https://youtu.be/aircAruvnKk) by 3Blue1Brown, 2024-01-31 aircAruvnKk',
    );
  });

  it('leaves alone whatever is no placeholder of these', () => {
    expect(noteText('{{time}} <% tp.date.now() %> {{}}', facts)).toBe('{{time}} <% tp.date.now() %> {{}}');
  });
});

describe('the check of a template', () => {
  it.each([
    ['# {{title}} {{ author }} {{url}} {{id}} {{date}}', undefined],
    ['', undefined],
    ['{{name}}', 'Unknown name: {{name}}. Use one of {{title}}, {{author}}, {{url}}, {{id}}, {{date}}.'],
  ])('of %j says %j', (text, fault) => expect(noteTemplateFault(text)).toBe(fault));
});
