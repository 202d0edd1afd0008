/** What the tools beside the text need of the element that they belong to. */
export interface ToolHost extends HTMLElement {
  /** The text being written. */
  readonly input: HTMLTextAreaElement | null;
  /** Shows a sentence below the text until the visitor writes on. */
  tell(sentence: string): void;
}
