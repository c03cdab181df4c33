// The editor's syntax tree, whose nodes are named for the app's classes, and the classes on lines and text.
import { EditorState } from '@codemirror/state';
import { ensureSyntaxTree } from '@codemirror/language';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { probePlugin, recorded, useHost } from '../driver/use-host';
import { noteLanguage } from '../host/editor/syntax/note-language';
import { blockLinesOf } from '../host/editor/syntax/note-parser';
import { editNote, NOTE } from '../support/editing';

const host = useHost();

/** Puts the text and the name of every node on record. */
const treeProbe = probePlugin(`
  onload() {
    const { ensureSyntaxTree, tokenClassNodeProp, lineClassNodeProp } = require('@codemirror/language');
    this.addCommand({ id: 'tree', name: 'Tree', editorCallback: ({ cm }) => {
      ensureSyntaxTree(cm.state, cm.state.doc.length, 1000).iterate({ enter: ({ type, from, to }) => {
        const classes = type.prop(tokenClassNodeProp) ?? type.prop(lineClassNodeProp);
        if (classes === undefined) return;
        note(cm.state.sliceDoc(from, to) + ' → ' + type.name);
        if (classes.replaceAll(' ', '_') !== type.name) note('but its classes are ' + classes);
      } });
    } });
  }`);

describe('nodes', () => {
  it.each([
    [
      '# Head',
      [
        '# Head → HyperMD-header_HyperMD-header-1',
        '#  → formatting_formatting-header_formatting-header-1_header_header-1',
        'Head → header_header-1',
      ],
    ],
    [
      'plain **bold** `code`',
      [
        '** → formatting_formatting-strong_strong',
        'bold → strong',
        '** → formatting_formatting-strong_strong',
        '` → formatting_formatting-code_inline-code',
        'code → inline-code',
        '` → formatting_formatting-code_inline-code',
      ],
    ],
    [
      '```js\nx\n```',
      [
        '```js → HyperMD-codeblock_HyperMD-codeblock-begin_HyperMD-codeblock-begin-bg_HyperMD-codeblock-bg',
        '```js → formatting_formatting-code-block_hmd-codeblock',
        'x → HyperMD-codeblock_HyperMD-codeblock-bg',
        'x → hmd-codeblock',
        '``` → HyperMD-codeblock_HyperMD-codeblock-bg_HyperMD-codeblock-end_HyperMD-codeblock-end-bg',
        '``` → formatting_formatting-code-block_hmd-codeblock',
      ],
    ],
    [
      '---\nvideo: x\n---',
      [
        '--- → def_hmd-frontmatter',
        'video → atom_hmd-frontmatter',
        ': x → hmd-frontmatter',
        '--- → def_hmd-frontmatter',
      ],
    ],
    [
      '$x$ %%c%%',
      [
        '$ → formatting_formatting-math_formatting-math-begin_keyword_math',
        'x → math',
        '$ → formatting_formatting-math_formatting-math-end_keyword_math_math-',
        '%% → comment_comment-start_formatting',
        'c → comment',
        '%% → comment_comment-end_formatting',
      ],
    ],
    [
      '- [ ] do',
      [
        '- [ ] do → HyperMD-list-line_HyperMD-list-line-1_HyperMD-task-line',
        '-  → formatting_formatting-list_formatting-list-ul_list-1',
        '[ ] → formatting_formatting-task_meta',
        ' do → list-1',
      ],
    ],
    [
      '> [!note] Title',
      [
        '> [!note] Title → HyperMD-callout_HyperMD-quote_HyperMD-quote-1',
        '>  → formatting_formatting-quote_formatting-quote-1_quote_quote-1',
        '[!note] Title → hmd-callout_quote_quote-1',
      ],
    ],
    [
      '[[note|shown]] [t](https://a.b)',
      [
        '[[ → formatting-link_formatting-link-start',
        'note → hmd-internal-link_link-has-alias',
        '| → hmd-internal-link_link-alias-pipe',
        'shown → hmd-internal-link_link-alias',
        ']] → formatting-link_formatting-link-end',
        '[ → formatting_formatting-link_link',
        't → link',
        '] → formatting_formatting-link_link',
        '( → formatting_formatting-link-string_string_url',
        'https://a.b → string_url',
        ') → formatting_formatting-link-string_string_url',
      ],
    ],
    [
      '<b>x</b>',
      [
        '< → bracket_hmd-html-begin_tag',
        'b → tag',
        '> → bracket_tag',
        '< → bracket_tag',
        '/b → tag',
        '> → bracket_hmd-html-end_tag',
      ],
    ],
  ])('of %j', async (text, nodes) => {
    const { driver } = host;
    await editNote(driver, text, { plugin: treeProbe });
    await driver.runCommand('probe:tree');
    expect(await recorded(driver)).toEqual(nodes);
  });
});

test('their classes are on the lines and on the text', async () => {
  const { driver } = host;
  await driver.start({ plugin: 'none', notes: { [NOTE]: '## Head\n> quote' } });
  await driver.openNote(NOTE, { mode: 'source' });
  const classes = await driver.page
    .locator('.cm-line')
    .evaluateAll((lines) =>
      lines.map((line) => [line.classList.value, line.firstElementChild?.classList.value]),
    );
  expect(classes).toEqual([
    [
      'cm-active HyperMD-header HyperMD-header-2 cm-line',
      'cm-formatting cm-formatting-header cm-formatting-header-2 cm-header cm-header-2',
    ],
    [
      'HyperMD-quote HyperMD-quote-1 cm-line',
      'cm-formatting cm-formatting-quote cm-formatting-quote-1 cm-quote cm-quote-1',
    ],
  ]);
});

test('the tree after any edits is the one that the text alone gives', () => {
  const piece = fc.constantFrom(
    ...[
      '```\n',
      '**',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '%%',
      '$$',
      '<a>',
      '</a>',
      'word ',
      '|',
      '---\n',
      '[[a]]',
      '`',
    ],
    ...['| a | b |\n|---|---|\n', '<div>\n', '</div>', '# ', 'lorem ipsum dolor sit amet\n'.repeat(40)],
  );
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), insert: piece });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(edit, { maxLength: 20 }), (pieces, edits) => {
      let state = stateOf(pieces.join(''));
      for (const { at, cut, insert } of edits) {
        const from = Math.round(at * state.doc.length);
        const to = Math.min(state.doc.length, from + cut);
        state = state.update({ changes: { from, to, insert } }).state;
        treeOf(state);
      }
      expect(treeOf(state)).toEqual(treeOf(stateOf(state.doc.toString())));
    }),
    { numRuns: 100 },
  );
});

function stateOf(doc: string): EditorState {
  return EditorState.create({ doc, extensions: noteLanguage });
}

function treeOf(state: EditorState): unknown {
  const tree = ensureSyntaxTree(state, state.doc.length, 10_000);
  const nodes: string[] = [];
  tree?.iterate({
    enter: ({ name, from, to }) => {
      if (name !== '') nodes.push(`${from}–${to} ${name}`);
    },
  });
  return { nodes, blocks: tree === null ? [] : blockLinesOf(tree) };
}
