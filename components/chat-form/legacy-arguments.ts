/** The pieces of the form that a site's check is about. */
export interface CheckedElements {
  readonly form: HTMLFormElement;
  readonly input: HTMLElement;
  readonly label: HTMLElement | undefined;
}

/**
 * What a site's `validate` is called with, in the order of Genesys Widgets: event, form, input, label, `$`, bus, common
 * functions. The elements are the page's own kind, not wrapped, and there is neither `$` nor common functions.
 */
export function legacyArguments(event: Event, { form, input, label }: CheckedElements, bus: unknown): unknown[] {
  return [event, form, input, label, undefined, bus, undefined];
}
