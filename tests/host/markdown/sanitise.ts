// Notes may hold any HTML; this is what of it reaches the page.
import DOMPurify from 'dompurify';

const purifier = DOMPurify(window);

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A') {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener nofollow');
  }
  if (node.tagName === 'IFRAME') guardFrame(node);
});

/** Keeps classes and `data-*`, also on an `<a>` without an address; drops scripts, handlers, styles and forms. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ALLOW_UNKNOWN_PROTOCOLS: true,
    FORBID_TAGS: ['style', 'form'],
    ADD_FORBID_CONTENTS: ['form'],
    ADD_TAGS: ['iframe'],
    ADD_ATTR: ['allow', 'allowfullscreen', 'frameborder', 'target'],
  });
}

/** A frame of a web page stays, without the right to navigate the app; any other kind goes. */
function guardFrame(frame: Element): void {
  if (!/^https?:/i.test(frame.getAttribute('src') ?? '')) {
    frame.remove();
    return;
  }
  frame.setAttribute(
    'sandbox',
    'allow-forms allow-popups allow-presentation allow-same-origin allow-scripts',
  );
}
