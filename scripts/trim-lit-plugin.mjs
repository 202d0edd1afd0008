import MagicString from 'magic-string';

/**
 * What Lit has for other browsers, other compilers and untyped code, by file: each text with what stands in its place.
 * The minifier then drops what nothing can reach. The chat's style sheets need a browser that has all that is taken for
 * granted here.
 */
const unneeded = {
  '@lit/reactive-element/css-tag.js': [
    // Style elements in place of constructed style sheets.
    [
      '=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      '=!0',
    ],
    // The compiler says so earlier.
    ['CSSResult is not constructable. Use `unsafeCSS` or `css` instead.', ''],
    [
      `"Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security."`,
      '',
    ],
  ],
  // Decorators of the standard; TypeScript writes those that came before (`experimentalDecorators`).
  '@lit/reactive-element/decorators/property.js': [['"object"==typeof o?r(t,e,o):', '']],
  '@lit/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    // A polyfill of shadow DOM.
    ['a.reactiveElementPolyfillSupport', 'void 0'],
  ],
  'lit-html/lit-html.js': [['t.litHtmlPolyfillSupport', 'void 0']],
  'lit-element/lit-element.js': [
    ['s.litElementPolyfillSupport', 'void 0'],
    // Pages that a server has rendered.
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
  ],
};

/** A Vite plugin that leaves out the parts of Lit that the file for pages has no use for. */
export function trimLit() {
  return {
    name: 'trim-lit',
    transform: {
      filter: { id: /\/node_modules\/(?:@lit\/reactive-element|lit-html|lit-element)\// },
      handler(code, id) {
        const path = Object.keys(unneeded).find((each) => id.endsWith(`/node_modules/${each}`));
        if (path === undefined) return undefined;
        const result = new MagicString(code);
        for (const [text, replacement] of unneeded[path]) {
          // With another version of Lit somebody has to look at what still holds.
          if (code.split(text).length !== 2) throw new Error(`unable to trim ${path}; it does not have once: ${text}`);
          result.replace(text, replacement);
        }
        return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
      },
    },
  };
}
