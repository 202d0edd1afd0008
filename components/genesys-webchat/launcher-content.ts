import { render } from 'lit';
import { namedIcon } from '../internal/named-icons.js';
import { sanitizedHtml } from '../sanitized-html/sanitized-html.js';

/**
 * What a site wants to see in the launcher: its markup made harmless, and without buttons and links of its own. Where it
 * says nothing in words, `label` does, since a button needs a name.
 */
export function launcherContent(template: string, label: string): DocumentFragment {
  const content = sanitizedHtml(template);
  for (const control of content.querySelectorAll('a, button')) {
    const plain = document.createElement('span');
    plain.append(...control.childNodes);
    control.replaceWith(plain);
  }
  unwrap(content);
  fillPlaces(content, label);
  if (!isNamed(content)) giveName(content, label);
  return content;
}

const places = '[data-icon], [data-message="ChatButton"]';

/** The element of the old launcher goes: the button that lays out icon and label is ours. */
function unwrap(content: DocumentFragment): void {
  for (;;) {
    const [whole, ...others] = content.children;
    if (!whole?.querySelector(places) || others.length > 0) return;
    whole.replaceWith(...whole.childNodes);
  }
}

/** Genesys Widgets put icon and label into what a template left empty for them, as the one in its documentation does. */
function fillPlaces(content: DocumentFragment, label: string): void {
  for (const place of content.querySelectorAll<HTMLElement>('[data-icon]')) {
    place.part.add('launcher-icon');
    render(namedIcon(place.dataset['icon'] ?? ''), place);
  }
  for (const place of content.querySelectorAll('[data-message="ChatButton"]')) {
    place.part.add('launcher-label');
    place.textContent = label;
  }
}

function isNamed(content: DocumentFragment): boolean {
  return content.textContent.trim() !== '' || content.querySelector('img:not([alt=""])') !== null;
}

function giveName(content: DocumentFragment, label: string): void {
  const picture = content.querySelector('img');
  if (picture) picture.alt = label;
  else content.append(label);
}
