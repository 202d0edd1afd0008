import createPurifier, { type Config, type DOMPurify } from 'dompurify';
import { consoleLogger } from '../../src/platform/logger.js';

/*
 * The one place where text becomes HTML: what a site's own code gives as markup, in form definitions, labels and messages.
 * Everything else is text in Lit templates. It is loaded when the first markup is to be shown.
 */

/** What of Trusted Types is used here: the DOM's types do not know them yet. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: Record<'createHTML' | 'createScriptURL', (text: string) => string>,
  ): NonNullable<Config['TRUSTED_TYPES_POLICY']>;
}

/** Text, lists, tables, pictures and links; nothing that asks for input, loads a document or brings its own looks. */
const allowedTags = [
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'button', 'cite', 'code', 'dd', 'del', 'div', 'dl', 'dt'],
  ...['em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark'],
  ...['ol', 'p', 'pre', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'table', 'caption', 'colgroup', 'col'],
  ...['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'time', 'u', 'ul', 'wbr'],
];

// Neither `id` nor `class`: they would meet the window's own. Code that looks for its elements has `data-…`.
const allowedAttributes = [
  ...['alt', 'colspan', 'datetime', 'dir', 'disabled', 'height', 'href', 'lang', 'reversed', 'rowspan', 'scope'],
  ...['src', 'start', 'title', 'width'],
];

const rules: Config = {
  ALLOWED_TAGS: allowedTags,
  ALLOWED_ATTR: allowedAttributes,
  ALLOW_ARIA_ATTR: false,
  // The web, mail and telephones, and addresses within the site.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

let purify: ((markup: string) => DocumentFragment) | undefined;
let hasComplained = false;
const told = new Set<string>();

/**
 * What is harmless of the markup, as nodes for a template. Scripts, handlers, styles, `id` and `class` are gone, links open
 * a tab that knows nothing of the page. Where the page's policy forbids even that, it is the text alone, and the console
 * says what to allow.
 */
export function sanitizedHtml(markup: string): DocumentFragment {
  try {
    purify ??= createPurify();
    return purify(markup);
  } catch (error) {
    if (!hasComplained) {
      consoleLogger.error(
        `unable to show HTML, so its text is shown; the page's Content-Security-Policy must list dompurify in trusted-types: ${String(error)}`,
      );
    }
    hasComplained = true;
    const text = document.createDocumentFragment();
    text.append(markup.replace(/<[^>]*>/g, ''));
    return text;
  }
}

function createPurify(): (markup: string) => DocumentFragment {
  // Without a policy of its own the library would write empty nodes where it is not allowed to read markup.
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const policy = trustedTypes?.createPolicy('dompurify', {
    createHTML: (markup) => markup,
    createScriptURL: () => '',
  });
  const config = { ...rules, ...(policy && { TRUSTED_TYPES_POLICY: policy }), RETURN_DOM_FRAGMENT: true } as const;
  // One of our own: the page may have another with other rules.
  const purifier = createPurifier(window);
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element instanceof HTMLAnchorElement) {
      element.rel = 'noopener noreferrer';
      if (/^https?:$/.test(element.protocol)) element.target = '_blank';
    } else if (element instanceof HTMLImageElement) {
      element.alt ||= '';
      // The library lets a picture be any data.
      if (/^data:(?!image\/)/.test(element.src)) element.removeAttribute('src');
      element.loading = 'lazy';
      element.referrerPolicy = 'no-referrer';
    } else if (element instanceof HTMLButtonElement) {
      element.type = 'button';
    }
  });
  // Nodes of the page's own, for which no policy has reported what was removed.
  return (markup) => {
    const harmless = document.importNode(purifier.sanitize(markup, config), true);
    tell(purifier.removed);
    return harmless;
  };
}

/** What pages of Genesys Widgets most often gave, and cannot be in HTML here. */
const missed = /^(on.*|iframe|form|input|select|textarea|style|script)$/i;

/** Says, once for each, what was taken out that the page may have counted on. */
function tell(removed: DOMPurify['removed']): void {
  for (const each of removed) {
    const name = 'attribute' in each ? (each.attribute?.name ?? '') : each.element.nodeName.toLowerCase();
    if (!missed.test(name) || told.has(name)) continue;
    told.add(name);
    consoleLogger.warn(
      `${name} is taken out of HTML that is given to be shown: give an element with it to WebChat.showOverlay, Overlay.open or Toaster.open, add an item by WebChat.addMenuItem, or listen to WebChat.messageAdded, whose html[0] holds what was shown.`,
    );
  }
}
