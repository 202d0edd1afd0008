/** Where something stands: line and column begin with 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a file is, by which it is read. */
export type SourceKind = 'page' | 'script' | 'style' | 'data';

/** A file's text, which knows its lines. */
export class SourceText {
  /** As the report names it. */
  readonly name: string;
  readonly text: string;
  readonly kind: SourceKind;
  readonly #starts: readonly number[];

  constructor(name: string, text: string, kind: SourceKind) {
    this.name = name;
    this.text = text;
    this.kind = kind;
    this.#starts = [
      0,
      ...[...text.matchAll(/\r\n|\n|\r|[\u2028\u2029]/g)].map(({ 0: end, index }) => index + end.length),
    ];
  }

  placeAt(offset: number): Place {
    let [first, last] = [0, this.#starts.length - 1];
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) first = middle;
      else last = middle - 1;
    }
    return { file: this.name, line: first + 1, column: offset - (this.#starts[first] ?? 0) + 1 };
  }
}
