// The Markdown of a note: markdown-it with Obsidian's syntax added by the rules of `syntax/`.
import MarkdownIt from 'markdown-it';
import { callouts } from './syntax/callouts';
import { comments } from './syntax/comments';
import { footnotes } from './syntax/footnotes';
import { inlineMarks } from './syntax/inline-marks';
import { links } from './syntax/links';
import { lists } from './syntax/lists';
import { math } from './syntax/math';
import { wikilinks } from './syntax/wikilinks';

export const parser = new MarkdownIt({ html: true, linkify: true, breaks: true });

// Only a written-out address becomes a link, as in the app: `example.com` stays text.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

for (const syntax of [math, wikilinks, footnotes, comments, inlineMarks, links, callouts, lists]) {
  parser.use(syntax);
}

parser.renderer.rules.heading_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('data-heading', tokens[index + 1]?.content ?? '');
  return renderer.renderToken(tokens, index, options);
};
