/** What a site shows over the conversation. */
export interface Overlay {
  /** Markup, or an element of the page. */
  readonly content: string | Element;
  /** Whether the message box makes room too. */
  readonly hideFooter: boolean;
  /** Whether it is told to those who cannot see it. */
  readonly isAlert: boolean;
}

/** Where the chat window stands. */
export interface WindowState {
  readonly opened: boolean;
  readonly minimized: boolean;
  /** It opened by itself, as after a reload, and not at the visitor's wish. */
  readonly restoring: boolean;
  /** Values to fill the registration form with. */
  readonly form: Readonly<Record<string, unknown>>;
  /** The form that is shown in place of the one that the options say; it is looked into when it is shown. */
  readonly formJSON: unknown;
  /** Attached data for the chat that the visitor starts from this window. */
  readonly userData: Readonly<Record<string, unknown>>;
  /** Whether the chat that the visitor starts is asynchronous; undefined where the options say so. */
  readonly async?: boolean | undefined;
  /** Whether messages are written in markdown; undefined where the options say so. */
  readonly markdown?: boolean | undefined;
  readonly overlay?: Overlay | undefined;
}

/** A window that is not there. */
export const closedWindow: WindowState = {
  opened: false,
  minimized: false,
  restoring: false,
  form: {},
  formJSON: undefined,
  userData: {},
};

/** Whether the visitor can see the conversation. */
export function isShown({ opened, minimized }: WindowState): boolean {
  return opened && !minimized;
}
