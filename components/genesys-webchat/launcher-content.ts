import { sanitizedHtml } from '../sanitized-html/sanitized-html.js';

/** What a site wants to see in the launcher: its markup made harmless, and without buttons and links of its own. */
export function launcherContent(template: string): DocumentFragment {
  const content = sanitizedHtml(template);
  for (const control of content.querySelectorAll('a, button')) {
    const plain = document.createElement('span');
    plain.append(...control.childNodes);
    control.replaceWith(plain);
  }
  return content;
}
