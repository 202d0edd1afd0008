import { below } from '../support/on-screen.js';

/** The elements that the chat is made of. Any other has come in from outside. */
const elements = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'button', 'caption', 'circle', 'cite', 'code', 'col'],
  ...['colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...[
    'h6',
    'header',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
    'label',
    'li',
    'mark',
    'ol',
    'p',
    'path',
    'pre',
    'q',
    'rect',
    's',
  ],
  ...[
    'section',
    'slot',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'svg',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
  ],
  ...['time', 'tr', 'u', 'ul', 'wbr'],
  ...[
    'composer',
    'composer-tools',
    'confirm',
    'defined-fields',
    'cards',
    'end',
    'file',
    'form',
    'header',
    'invite',
  ].map((name) => `genesys-chat-${name}`),
  ...['launcher', 'menu', 'overlay', 'search', 'transcript', 'window'].map((name) => `genesys-chat-${name}`),
  'genesys-emoji',
]);

/** Those that take what a visitor enters, where the window has some. */
const inputs = new Set(['form', 'input', 'optgroup', 'option', 'select', 'textarea']);
const placesOfInputs = /^genesys-(chat-(form|defined-fields|composer|composer-tools|confirm|end|search|window)|emoji)$/;

const attributes = new Set([
  ...['alt', 'autocapitalize', 'autocomplete', 'class', 'colspan', 'datetime', 'dir', 'disabled', 'download'],
  ...[
    'enterkeyhint',
    'expanded',
    'exportparts',
    'for',
    'height',
    'hidden',
    'href',
    'id',
    'inputmode',
    'label',
    'lang',
    'loading',
  ],
  ...['max', 'maxlength', 'min', 'minlength', 'multiple', 'name', 'novalidate', 'part', 'pattern', 'placeholder'],
  ...[
    'readonly',
    'referrerpolicy',
    'rel',
    'required',
    'reversed',
    'role',
    'rows',
    'rowspan',
    'scope',
    'selected',
    'slot',
  ],
  ...['spellcheck', 'src', 'start', 'step', 'style', 'tabindex', 'target', 'title', 'type', 'value', 'width'],
  // Of drawings.
  ...['cx', 'cy', 'd', 'fill', 'pathLength', 'r', 'rx', 'stroke', 'stroke-dasharray', 'stroke-width', 'viewBox'],
  ...['x', 'y'],
]);

/** What a property of the chat's own code may set as style: sizes and places. */
const ownStyle = /^(?:(?:--|(?:(?:min|max)-)?(?:block-size|inline-size|height|width)|inset|translate)[^;]*;?\s*)*$/;

/** Whatever is below the element, through all shadow trees, that no chat is made of. */
export function strangersBelow(root: Element): string[] {
  return [...below(root)].flatMap((each) =>
    strangenessOf(each).map((what) => `${what}: ${each.outerHTML.slice(0, 200)}`),
  );
}

function strangenessOf(element: Element): string[] {
  const { localName } = element;
  const place = (element.getRootNode() as Partial<ShadowRoot>).host?.localName ?? '';
  const isKnown = elements.has(localName) || (inputs.has(localName) && placesOfInputs.test(place));
  return [
    ...(isKnown ? [] : [`<${localName}> in <${place}>`]),
    // A form's own property of that name may be a field of it.
    ...element
      .getAttributeNames()
      .flatMap((name) =>
        isAttribute(name, element) && (name !== 'style' || ownStyle.test(element.getAttribute(name) ?? ''))
          ? []
          : [`attribute ${name}`],
      ),
    ...strangeAddresses(element),
  ];
}

function isAttribute(name: string, { constructor }: Element): boolean {
  const { observedAttributes = [] } = constructor as { observedAttributes?: readonly string[] };
  return attributes.has(name) || observedAttributes.includes(name) || /^(?:aria|data)-[\w-]+$/.test(name);
}

function strangeAddresses(element: Element): string[] {
  if (element.localName === 'a' && element.hasAttribute('href')) {
    const { href, rel } = element as HTMLAnchorElement;
    if (!/^(?:https?|mailto|tel):/.test(href)) return [`address ${href}`];
    return rel === 'noopener noreferrer' ? [] : [`rel ${rel}`];
  }
  if (element.localName === 'img') {
    const { src } = element as HTMLImageElement;
    return /^(?:https?:|blob:|data:image\/|$)/.test(src) ? [] : [`address ${src}`];
  }
  return element.hasAttribute('src') ? ['src'] : [];
}
