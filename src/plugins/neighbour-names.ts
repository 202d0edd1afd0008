/*
 * The commands and events of the small plugins that sites combine with chat. Nothing of them is loaded before one is used.
 */

/** What was shown, as code of the page expects it: a jQuery object where the page has jQuery, else an array of elements. */
export interface ShownContent {
  html: ArrayLike<Element>;
}

/** Options of `Toaster.open`. */
export interface ToastOptions {
  /** `generic` has a picture, a title, a body and buttons; `custom` is what `body` is. */
  type: 'generic' | 'custom';
  title?: string;
  /** A text, HTML to be made harmless, an element of the page, or a jQuery object of one. */
  body?: unknown;
  /** The name of a picture, as `chat`, `call`, `email`, `alert`. */
  icon?: string;
  /** `close`: the visitor can take it away. */
  controls?: 'close' | false;
  /** Two buttons; one without a text is left out. They do what the page's code lets them do. */
  buttons?: { type?: 'binary'; primary?: string; secondary?: string };
  /** Only the plugin that has opened it can close it. */
  immutable?: boolean;
}

/** The commands of `Toaster`. */
export interface ToasterCommands {
  /**
   * Shows a card beside the launcher. `$(html).find('.cx-btn-primary')` and `.cx-btn-default` are its buttons. Rejected with
   * a sentence that begins with `'No content was provided'`, or with `'Toaster view is currently reserved'` while there is
   * another. Contract: Toaster.
   */
  open: { options: ToastOptions; result: ShownContent };
  /**
   * Takes it away. Rejected with `'Toaster view is already closed'`, or with `'Toaster view is currently reserved'` when it
   * is `immutable` and another plugin's. Contract: Toaster.
   */
  close: { options: void; result: undefined };
}

/** The events of `Toaster`. */
export interface ToasterEvents {
  /** It takes commands. Contract: Toaster. */
  ready: undefined;
  /** A card is on screen. Contract: Toaster. */
  opened: undefined;
  /** It is gone. Contract: Toaster. */
  closed: undefined;
}

/** Options of `Overlay.open`. */
export interface OverlayOptions {
  /** HTML to be made harmless, an element of the page, or a jQuery object of one. */
  html: unknown;
  /** The visitor cannot close it; only the plugin that has opened it can. */
  immutable?: boolean;
  /** Content of the same group takes the place of what is shown. */
  group?: string;
  /** `close`, the default: it has a button to close it, unless it is `immutable`. */
  controls?: 'close' | false;
}

/** The commands of `Overlay`. */
export interface OverlayCommands {
  /**
   * Shows a dialog over the page. Rejected with `'No content was provided'`, or with `'Overlay view is currently reserved'`
   * while there is another that is not of the same group. Contract: Overlay.
   */
  open: { options: OverlayOptions; result: ShownContent };
  /**
   * Takes it away. Rejected with `'Overlay view is already closed'`, or with `'Overlay view is currently reserved'` when it
   * is `immutable` and another plugin's, or of another group than the one that is given. Contract: Overlay.
   */
  close: { options: { group?: string } | void; result: undefined };
}

/** The events of `Overlay`. */
export interface OverlayEvents {
  /** It takes commands. Contract: Overlay. */
  ready: undefined;
  /** The dialog is on screen. Contract: Overlay. */
  opened: undefined;
  /** It is gone. Contract: Overlay. */
  closed: undefined;
}

/** The commands of `WindowManager`. */
export interface WindowManagerCommands {
  /**
   * Gives a view of the page a place beside launcher and window, at the bottom of the screen. Rejected with `'No content was
   * provided'`. Contract: WindowManager.
   */
  registerDockView: { options: { html: unknown }; result: ShownContent };
  /**
   * Gives a button of the page a place at the edge of the screen, above the launcher. Rejected with `'No content was
   * provided'`. Contract: WindowManager.
   */
  registerSideButton: { options: { html: unknown }; result: ShownContent };
}

/** The events of `WindowManager`. */
export interface WindowManagerEvents {
  /** It takes commands. Contract: WindowManager. */
  ready: undefined;
  /** Views have come or gone, or were given another place, as when the window opens. Contract: WindowManager. */
  changed: { dockViews: number; sideButtons: number };
}

/** A way to get in touch, for `SideBar` and `ChannelSelector`. */
export interface ChannelOptions {
  /** Its name. `WebChat` and `ChannelSelector` need no more. */
  name?: string;
  /** `false` leaves it out. */
  enable?: boolean;
  /** The command that is run when the visitor chooses it, as `Plugin.command`. */
  clickCommand?: string;
  /** What the command is given. */
  clickOptions?: object;
  /** The event after which it can be chosen, as `Plugin.event`. Default: that of `name`, else at once. */
  readyEvent?: string;
  /** What the visitor reads: the text itself, or `@i18n:namespace.Key` for a text of the language pack. */
  displayName?: string;
  /** A line below it. */
  displayTitle?: string;
  /** The name of a picture, as `chat`, `call`, `email`, `callback`. */
  icon?: string;
  /** A key of the language pack, in the plugin's own namespace, in place of `displayName`. */
  i18n?: string;
  [other: string]: unknown;
}

/** Options of `SideBar.configure`. */
export interface SideBarOptions {
  /** Whether the bar is there from the start. Default: true where the page has configured it. */
  showOnStartup?: boolean;
  /** The edge of the screen. Default: where the launcher is. */
  position?: 'left' | 'right';
  /** Whether it shows the names of its channels while the pointer is over it. Default: true. */
  expandOnHover?: boolean;
  channels?: readonly ChannelOptions[];
}

/** The commands of `SideBar`. */
export interface SideBarCommands {
  /** Takes a configuration over what there is. Rejected with `'Invalid configuration'` when it is empty. Contract: SideBar. */
  configure: { options: SideBarOptions; result: undefined };
  /** Shows the bar. Rejected with `'SideBar is already opened'`. Contract: SideBar. */
  open: { options: void; result: undefined };
  /** Takes it away. Rejected with `'SideBar is already closed'`. Contract: SideBar. */
  close: { options: void; result: undefined };
  /** Shows the names of its channels. Rejected with `'SideBar is already closed'` or `'SideBar is already expanded'`. Contract: SideBar. */
  expand: { options: void; result: undefined };
  /** Shows the pictures alone. Rejected with `'SideBar is already closed'` or `'SideBar is already contracted'`. Contract: SideBar. */
  contract: { options: void; result: undefined };
}

/** The events of `SideBar`. */
export interface SideBarEvents {
  /** It takes commands. Contract: SideBar. */
  ready: undefined;
  /** The bar is on screen. Contract: SideBar. */
  opened: undefined;
  /** It is gone. Contract: SideBar. */
  closed: undefined;
  /** It shows the names of its channels. Contract: SideBar. */
  expanded: undefined;
  /** It shows the pictures alone again. Contract: SideBar. */
  contracted: undefined;
}

/** Options of `ChannelSelector.configure`. */
export interface ChannelSelectorOptions {
  channels?: readonly ChannelOptions[];
  [other: string]: unknown;
}

/** The commands of `ChannelSelector`. */
export interface ChannelSelectorCommands {
  /** Takes a configuration over what there is. Rejected with `'Invalid configuration'` when it is empty. Contract: ChannelSelector. */
  configure: { options: ChannelSelectorOptions; result: undefined };
  /** Shows a dialog with the channels. Rejected with `'ChannelSelector is already opened'`. Contract: ChannelSelector. */
  open: { options: void; result: undefined };
  /** Takes it away. Rejected with `'ChannelSelector is already closed'`. Contract: ChannelSelector. */
  close: { options: void; result: undefined };
}

/** The events of `ChannelSelector`. */
export interface ChannelSelectorEvents {
  /** It takes commands. Contract: ChannelSelector. */
  ready: undefined;
  /** The dialog is on screen. Contract: ChannelSelector. */
  opened: undefined;
  /** It is gone. Contract: ChannelSelector. */
  closed: undefined;
}

/** Commands and events of each neighbour by its name. */
export interface Neighbours {
  Toaster: { commands: ToasterCommands; events: ToasterEvents };
  Overlay: { commands: OverlayCommands; events: OverlayEvents };
  WindowManager: { commands: WindowManagerCommands; events: WindowManagerEvents };
  SideBar: { commands: SideBarCommands; events: SideBarEvents };
  ChannelSelector: { commands: ChannelSelectorCommands; events: ChannelSelectorEvents };
}

/** The name of a neighbour. */
export type NeighbourName = keyof Neighbours;

/** Each command and event of the neighbours by its full name, for typed buses. */
export interface NeighbourCatalogue {
  commands: Prefixed<'Toaster', ToasterCommands> &
    Prefixed<'Overlay', OverlayCommands> &
    Prefixed<'WindowManager', WindowManagerCommands> &
    Prefixed<'SideBar', SideBarCommands> &
    Prefixed<'ChannelSelector', ChannelSelectorCommands>;
  events: Prefixed<'Toaster', ToasterEvents> &
    Prefixed<'Overlay', OverlayEvents> &
    Prefixed<'WindowManager', WindowManagerEvents> &
    Prefixed<'SideBar', SideBarEvents> &
    Prefixed<'ChannelSelector', ChannelSelectorEvents>;
}

/** A table's rows by full name. */
export type Prefixed<Plugin extends string, Table> = {
  [Name in keyof Table & string as `${Plugin}.${Name}`]: Table[Name];
};

/** The names at run time; a name that a table above has and this one lacks does not compile. */
export const neighbourNames: Readonly<
  Record<NeighbourName, { readonly commands: readonly string[]; readonly events: readonly string[] }>
> = {
  Toaster: namesOf<'Toaster'>({ open: true, close: true }, { ready: true, opened: true, closed: true }),
  Overlay: namesOf<'Overlay'>({ open: true, close: true }, { ready: true, opened: true, closed: true }),
  WindowManager: namesOf<'WindowManager'>(
    { registerDockView: true, registerSideButton: true },
    { ready: true, changed: true },
  ),
  SideBar: namesOf<'SideBar'>(
    { configure: true, open: true, close: true, expand: true, contract: true },
    { ready: true, opened: true, closed: true, expanded: true, contracted: true },
  ),
  ChannelSelector: namesOf<'ChannelSelector'>(
    { configure: true, open: true, close: true },
    { ready: true, opened: true, closed: true },
  ),
};

function namesOf<Name extends NeighbourName>(
  commands: Record<keyof Neighbours[Name]['commands'] & string, true>,
  events: Record<keyof Neighbours[Name]['events'] & string, true>,
): (typeof neighbourNames)[NeighbourName] {
  return { commands: Object.keys(commands), events: Object.keys(events) };
}
