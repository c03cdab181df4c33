// Live Preview: an editor shows what Markdown means, and its source where somebody edits it.
import type { Extension } from '@codemirror/state';
import { hiddenMarks } from './marks';
import { inlineHtml } from './html';
import { focusRedecorates, livePreviewState } from './state';

/** What every editor in Live Preview has, those of table cells too. */
export const livePreviewInLine: Extension = [livePreviewState, focusRedecorates, hiddenMarks, inlineHtml];
