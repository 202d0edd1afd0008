import { fold } from './fold.js';

/** Where a folded character stands in the page. */
interface Place {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The places below the element where the folded words stand, whatever elements their letters are spread over. */
export function textRanges(element: Element, words: string, lang: string): Range[] {
  const places: Place[] = [];
  let folded = '';
  for (const node of textNodes(element)) {
    let start = 0;
    for (const character of node.data) {
      const end = start + character.length;
      const plain = fold(character, lang);
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) places.push({ node, start, end });
      start = end;
    }
  }
  const ranges: Range[] = [];
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + words.length)) {
    const [first, last] = [places[at], places[at + words.length - 1]];
    if (first && last) ranges.push(rangeOf(first, last));
  }
  return ranges;
}

function rangeOf(first: Place, last: Place): Range {
  const range = document.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

function* textNodes(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode instanceof Text) yield walker.currentNode;
}
