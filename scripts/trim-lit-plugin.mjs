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
    // Style sheets that are made by hand, from parts, or from one text more than once.
    [
      'constructor(t,e,o){if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}',
      'constructor(t){this.cssText=t}',
    ],
    [
      'let t=this.o;const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}return t',
      'let t=this.o;return void 0===t&&(this.o=t=new CSSStyleSheet).replaceSync(this.cssText),t',
    ],
    ['toString(){return this.cssText}', ''],
    [
      `(t,...e)=>{const o=1===t.length?t[0]:e.reduce((e,s,o)=>e+(t=>{if(!0===t._$cssResult$)return t.cssText;if("number"==typeof t)return t;throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+t[o+1],t[0]);return new n(o,t,s)}`,
      '([t])=>new n(t)',
    ],
    ['t instanceof CSSStyleSheet?t:t.styleSheet', 't.styleSheet'],
  ],
  // Decorators of the standard; TypeScript writes those that came before (`experimentalDecorators`).
  '@lit/reactive-element/decorators/property.js': [
    // With this import the bundler would see a circle, and put Lit into a file beside the linked one.
    ['import{notEqual as t,defaultConverter as e}from"../reactive-element.js";', ''],
    ['o={attribute:!0,type:String,converter:e,reflect:!1,hasChanged:t},r=(t=o,e,r)=>', 'r=(t,e,r)=>'],
    ['"object"==typeof o?r(t,e,o):', ''],
    [
      'const r=e.hasOwnProperty(o);return e.constructor.createProperty(o,t),r?Object.getOwnPropertyDescriptor(e,o):void 0',
      'e.constructor.createProperty(o)',
    ],
  ],
  '@lit/reactive-element/decorators/state.js': [['{...r,state:!0,attribute:!1}', '']],
  '@lit/reactive-element/reactive-element.js': [
    // What only decorators of the standard and of methods call.
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    // Properties that are attributes too, or have any other option; and what they were before they changed.
    [
      'static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}',
      'static get observedAttributes(){return[]}',
    ],
    [
      'static createProperty(t,s=b){if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}}static getPropertyDescriptor(t,s,i){const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??b}',
      'static createProperty(t){const s=Symbol();e(this.prototype,t,{get(){return this[s]},set(i){const e=this[s];this[s]=i,this.requestUpdate(t,e)},configurable:!0,enumerable:!0})}',
    ],
    ['this.hasUpdated=!1,this._$Em=null,', 'this.hasUpdated=!1,'],
    ['attributeChangedCallback(t,s,i){this._$AK(t,i)}', 'attributeChangedCallback(){}'],
    [
      '_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}_$AK(t,s){const i=this.constructor,e=i._$Eh.get(t);if(void 0!==e&&this._$Em!==e){const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null}}',
      '',
    ],
    [
      'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)}',
      'requestUpdate(t,s){if(void 0!==t){if(!f(this[t],s))return;this._$AL.set(t)}',
    ],
    [
      'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
      '',
    ],
    ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()', 'this._$EM()'],
    // What is found out about a class once: its properties, and styles that are none, or lists of lists.
    [
      'static _$Ei(){if(this.hasOwnProperty(d("elementProperties")))return;const t=n(this);t.finalize(),void 0!==t.l&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(d("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}this._$Eh=new Map;for(const[t,s]of this.elementProperties){const i=this._$Eu(t,s);void 0!==i&&this._$Eh.set(i,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(s){const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i}static _$Eu(t,s){const i=s.attribute;return!1===i?void 0:"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0}',
      '',
    ],
    ['this.constructor.elementStyles', '[this.constructor.styles].flat()'],
    ['y.elementStyles=[],', ''],
    [',y[d("elementProperties")]=new Map,y[d("finalized")]=new Map', ''],
    // Properties that were set before the class was there: what needs them is rendered when it is.
    ['this._$Ep=void 0,this.isUpdatePending', 'this.isUpdatePending'],
    ['this._$E_(),', ''],
    [
      '_$E_(){const t=new Map,s=this.constructor.elementProperties;for(const i of s.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)}',
      '',
    ],
    [
      'if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(const[t,s]of this._$Ep)this[t]=s;this._$Ep=void 0}const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}}',
      '',
    ],
    // Updates that wait or do not take place, and controllers that go before their host.
    [
      'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}',
      'return this.performUpdate(),!this.isUpdatePending}',
    ],
    [
      't=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()',
      'this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s),t=!0',
    ],
    ['throw t=!1,this._$EM(),s', 'throw this._$EM(),s'],
    ['shouldUpdate(t){return!0}', ''],
    ['if(!this.isUpdatePending)return;', ''],
    ['removeController(t){this._$EO?.delete(t)}', ''],
    ['enableUpdating(t){}', ''],
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
    // Templates that are rendered before something, or into another document.
    [
      '{const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h}',
      '{(i._$litPart$??=new k(i.appendChild(c()),null,void 0,s))._$AI(t)}',
    ],
    ['(t?.creationScope??l)', 'l'],
    // Directives, and what they ask of the parts that they stand in.
    ['t=M(this,t,i),a(t)?', 'a(t)?'],
    ['t=M(this,t,i,0),o=', 'o='],
    ['r=M(this,e[s+n],i,n)', 'r=e[s+n]'],
    ['M(this,t,i,0)??A', 't??A'],
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
    ['"!--"===u[1]?c=_:void 0!==u[1]?c=m:', ''],
    ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', 'c=p'],
    ['c=n??v', 'c=v'],
    [':c===_||c===m?c=v:(c=p,n=void 0)', ':c=p'],
    ['void 0===u[1]?d=-2:(', '('],
    ['(-2===d?i:x)', 'x'],
    // Listeners that are objects, and those whose options change.
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options?.host??this.element,t)',
    ],
    ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
    ['i(t).nextSibling;i(t).remove()', 't.nextSibling;t.remove()'],
  ],
  'lit-element/lit-element.js': [
    [',i["finalized"]=!0', ''],
    ['s.litElementPolyfillSupport', 'void 0'],
    [
      'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
      '',
    ],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
    ['this._$Do=e(', 'e('],
    [',this._$Do=void 0', ''],
    // Style elements at the end.
    [
      'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
      '',
    ],
    // Pages that a server has rendered.
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    [';(s.litElementVersions??=[]).push("4.2.2")', ''],
  ],
  // Contexts whose value changes or is told to a callback, and how they were given before they had options.
  '@lit/context/lib/controllers/context-consumer.js': [
    [
      'if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(t,s)=>{this.unsubscribe&&(this.unsubscribe!==s&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=t,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(t,s)),this.unsubscribe=s},this.host=t,void 0!==s.context){const t=s;this.context=t.context,this.callback=t.callback,this.subscribe=t.subscribe??!1}else this.context=s,this.callback=i,this.subscribe=h??!1;',
      'this.t=t=>{this.value=t,this.host.requestUpdate()},this.host=t,this.context=s.context;',
    ],
    ['hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}', ''],
    [',this.host,this.t,this.subscribe', ',this.t'],
  ],
  '@lit/context/lib/context-request-event.js': [
    ['constructor(s,t,e,o)', 'constructor(s,e)'],
    [',this.contextTarget=t,this.callback=e,this.subscribe=o??!1', ',this.callback=e'],
  ],
};

/** A Vite plugin that leaves out the parts of Lit that the file for pages has no use for. */
export function trimLit() {
  return {
    name: 'trim-lit',
    transform: {
      filter: { id: /\/node_modules\/(?:@lit\/(?:reactive-element|context)|lit-html|lit-element)\// },
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
