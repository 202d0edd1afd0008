import type { LitElement, TemplateResult } from 'lit';
import type { FormValues } from '../../src/plugins/names.js';
import type { ChatContext } from '../context/chat-context.js';
import type { TextsController } from '../context/texts-context.js';

/** What fields need of the form that they stand in. */
export interface FieldsForm {
  readonly host: LitElement;
  readonly texts: TextsController;
  /** The chat; there is one once the form is rendered. */
  readonly chat: () => ChatContext | undefined;
  /**
   * What was entered, by the visitor or by the page, by the names of the fields; a box that is ticked holds `true`. It
   * outlives the fields, so that other fields of the same names have it.
   */
  readonly values: Map<string, string>;
  /** Is told that the visitor has changed a field. */
  readonly onEdit: () => void;
}

/** What the form asks for: the built-in fields, or those that a site defines. */
export interface FormFields {
  /** The fields as they are on screen. */
  render(isBusy: boolean): TemplateResult[];
  /**
   * Looks at every field, since the visitor wants to start; undefined when all are in order, else a promise that settles
   * when what is wrong is said, as far as its words can be had.
   */
  check(event: Event): Promise<unknown> | undefined;
  /** Holds against the field of that name, and no other, that the server does not take it; false where that cannot be said. */
  refuse(name: string): Promise<boolean> | boolean;
  /** What is wrong, in the order of the fields; undefined when nothing is. */
  summary(): TemplateResult | undefined;
  /** Puts the cursor into the field, by default the first. */
  focus(name?: string): void;
  /** What a chat starts with: the fields that hold something. */
  filledIn(): FormValues;
}
