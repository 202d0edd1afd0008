/** The pieces of the form that a site's check is about. */
export interface CheckedElements {
  readonly form: HTMLFormElement;
  readonly input: HTMLElement;
  readonly label: HTMLElement | undefined;
}

/** A bus, as far as it is asked here. */
interface HoldingBus {
  data(name: string): unknown;
}

/** What a page that was written for Genesys Widgets expects besides: jQuery, or what stands in for it, and common functions. */
interface FormHelp {
  readonly $: (element: unknown) => unknown;
  readonly common: object;
}

/**
 * What a site's `validate` is called with, in the order of Genesys Widgets: event, form, input, label, `$`, bus, common
 * functions. On a page that was written for them the elements are wrapped by `$`; on any other they are as they are, and
 * there is neither `$` nor common functions.
 */
export function legacyArguments(event: Event, { form, input, label }: CheckedElements, bus: unknown): unknown[] {
  const help = (bus as HoldingBus | undefined)?.data('CXBus.formHelp') as FormHelp | undefined;
  if (!help) return [event, form, input, label, undefined, bus, undefined];
  const { $, common } = help;
  return [event, $(form), $(input), $(label), $, bus, common];
}
