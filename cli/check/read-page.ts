import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { SourceText } from './source-text.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A piece of a page in another language than HTML. */
export interface Piece {
  readonly text: string;
  /** Where it begins in the page. */
  readonly offset: number;
}

/** What a page holds that a check looks into. */
export interface PageContent {
  readonly scripts: readonly Piece[];
  /** Those that run when the page has been read. */
  readonly modules: readonly Piece[];
  /** Scripts that are data: the configuration inside a tag. */
  readonly data: readonly Piece[];
  readonly styles: readonly Piece[];
  /** Code in attributes such as `onclick`, and in addresses that run it. */
  readonly handlers: readonly Piece[];
  /** Addresses of scripts and style sheets, as the page writes them. */
  readonly references: readonly Piece[];
  /** Of these, scripts that run as no module. */
  readonly classics: readonly Piece[];
}

const scriptType = /^(|module|(text|application)\/(x-)?(javascript|ecmascript))$/i;

/** Reads a page as a browser would, running nothing. */
export function readPage({ text }: SourceText): PageContent {
  const content = {
    scripts: [] as Piece[],
    modules: [] as Piece[],
    data: [] as Piece[],
    styles: [] as Piece[],
    handlers: [] as Piece[],
    references: [] as Piece[],
    classics: [] as Piece[],
  };
  const inside = (element: Element): Piece => {
    const { startTag, endTag } = element.sourceCodeLocation ?? {};
    const offset = startTag?.endOffset ?? 0;
    return { text: text.slice(offset, endTag?.startOffset ?? text.length), offset };
  };
  for (const element of elementsIn(parse(text, { sourceCodeLocationInfo: true }).childNodes)) {
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const at = (name: string): Piece => ({
      text: attributes.get(name) ?? '',
      offset: element.sourceCodeLocation?.attrs?.[name]?.startOffset ?? element.sourceCodeLocation?.startOffset ?? 0,
    });
    for (const [name, value] of attributes) {
      const isCode = name === 'href' ? /^\s*javascript:/i.test(value) : /^on[a-z]/.test(name) && value.trim() !== '';
      // What stands before the code in an address is a label to it.
      if (isCode) content.handlers.push(at(name));
    }
    if (element.tagName === 'style') content.styles.push(inside(element));
    if (element.tagName === 'link' && /stylesheet/i.test(attributes.get('rel') ?? ''))
      content.references.push(at('href'));
    if (element.tagName !== 'script') continue;
    const type = attributes.get('type') ?? '';
    if (attributes.has('src')) {
      content.references.push(at('src'));
      if (type !== 'module') content.classics.push(at('src'));
    } else if (scriptType.test(type)) content[type === 'module' ? 'modules' : 'scripts'].push(inside(element));
    else if (/json/i.test(type) && isInTag(element)) content.data.push(inside(element));
  }
  return content;
}

function* elementsIn(nodes: readonly Node[]): Generator<Element> {
  // Not by recursion: pages nest as deep as they like.
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    yield node;
    const inside = node.tagName === 'template' && 'content' in node ? node.content : node;
    waiting.push(...[...inside.childNodes].reverse());
  }
}

function isInTag({ parentNode }: Element): boolean {
  return parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'genesys-webchat';
}
