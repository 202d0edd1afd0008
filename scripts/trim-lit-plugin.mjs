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
    // What only decorators of the standard and of methods call.
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    // Properties that a class lists, wraps around accessors of its own, converts itself or never compares.
    [
      'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      'this.finalized=!0;this._$Ei();',
    ],
    ['this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),', ''],
    ['!s.noAccessor', '!0'],
    ['h(this.prototype,t)??', ''],
    ['(void 0!==i.converter?.toAttribute?i.converter:u)', 'u'],
    [
      '"function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u',
      'u',
    ],
    ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
    ['i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(', '('],
    ['r??this._$Ej?.get(e)??r', 'r'],
    [
      'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
      '',
    ],
    ['case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    // A polyfill of shadow DOM, and warnings about a second Lit, which disturbs nobody here.
    ['a.reactiveElementPolyfillSupport', 'void 0'],
    [',(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
  ],
  'lit-html/lit-html.js': [
    ['t.litHtmlPolyfillSupport', 'void 0'],
    [',(t.litHtmlVersions??=[]).push("3.3.3")', ''],
    // Templates of SVG and MathML alone, and those that a compiler has prepared.
    ['2===i?"<svg>":3===i?"<math>":""', '""'],
    ['(2===i?"</svg>":3===i?"</math>":"")', '""'],
    [
      'P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'P.currentNode=this.el.content,0){}',
    ],
    [
      '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'this._$AC(t)',
    ],
    // Directives, and what they ask of the parts that they stand in.
    [
      'if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i',
      'return i',
    ],
    ['this._$AV=[],this._$AN=void 0,', 'this._$AV=[],'],
    ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    ['this.type=2,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
    [',this._$Cv=e?.isConnected??!0', ''],
    [
      'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
      '',
    ],
    ['this._$AP?.(!1,!0,s)', ''],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
    ['this.type=1,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
    ['constructor(){super(...arguments),this.type=3}', ''],
    ['constructor(){super(...arguments),this.type=4}', ''],
    ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
    // Values in comments, for whole elements, and between the tags of elements that hold nothing but text.
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    [
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
      '',
    ],
    [',F:Z', ''],
  ],
  'lit-element/lit-element.js': [
    ['s.litElementPolyfillSupport', 'void 0'],
    [
      'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
      '',
    ],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
    // Pages that a server has rendered.
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    [';(s.litElementVersions??=[]).push("4.2.2")', ''],
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
