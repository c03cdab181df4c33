// The language of notes, for the editor.
import { defineLanguageFacet, Language, languageDataProp } from '@codemirror/language';
import { NodeType } from '@lezer/common';
import { NoteParser } from './note-parser';

const data = defineLanguageFacet({ commentTokens: { block: { open: '%%', close: '%%' } } });

const topType = NodeType.define({
  id: 0,
  name: 'Document',
  top: true,
  props: [languageDataProp.add(() => data)],
});

/** Its tree names every stretch of text for its classes, as the app's does. */
export const noteLanguage = new Language(data, new NoteParser(() => topType), [], 'hypermd');
