/** A registration form as a site defines it. Nothing in it is trusted to be of its type until it has been read. */
export type FormDefinition = {
  /** HTML around the rows; of what it says, the rows keep the text. */
  wrapper?: string;
  /** The rows, top to bottom. */
  inputs: FormInput[];
};

/**
 * One row of the form. What is not named here is an attribute of the input: `maxlength`, `required`, `readonly`,
 * `autocomplete`, `pattern`, `rows` and others that can do no harm.
 */
export type FormInput = {
  /** `text` (default), `email`, `tel`, `number` and other inputs of text, `textarea`, `select`, `checkbox`, `hidden`. */
  type?: string;
  /** What it is sent as: `firstname`, `lastname`, `nickname`, `email` and `subject` belong to the chat, all others to its user data. */
  name?: string;
  /** Text, HTML, or `@i18n:webchat.Key`. */
  label?: string;
  /** Text or `@i18n:webchat.Key`. */
  placeholder?: string;
  /** What it holds at first. */
  value?: string | number | boolean;
  /** What a `select` offers. */
  options?: (FormOption | string | number)[];
  /** HTML with `{label}` and `{input}`: it says which comes first, and what stands around them. */
  wrapper?: string;
  /** HTML for a row without an input. */
  custom?: string;
  /**
   * A site's own check, called on submit and when the field is left: `false`, or another value that counts as such, says
   * that the input will not do. It gets the event, the form, the input and its label, and after them `$`, the bus and the
   * common functions of old where there are any.
   */
  validate?(
    event: Event,
    form: HTMLFormElement,
    input: HTMLElement,
    label?: HTMLElement,
    ...legacy: unknown[]
  ): unknown;
  /** Whether `validate` is called while the visitor types too. */
  validateWhileTyping?: boolean;
  [attribute: string]: unknown;
};

/** What a `select` offers. */
export type FormOption = {
  /** Text or `@i18n:webchat.Key`. */
  text?: string | number;
  /** What is sent; default: the text. */
  value?: string | number;
  selected?: boolean;
  disabled?: boolean;
  /** The heading that it stands below, with all others of the same. */
  group?: string;
};
