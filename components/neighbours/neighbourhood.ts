import type { BusPlugin } from '../../src/bus/index.js';
import type { Locale } from '../../src/i18n/texts.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import type { NeighbourName, Neighbours } from '../../src/plugins/neighbour-names.js';
import type { ReadableStore } from '../../src/store.js';

/** What a neighbour needs of the tag that it stands beside. */
export interface Neighbourhood<Name extends string> {
  /** Its own end of the bus. */
  readonly plugin: BusPlugin<ChatCatalogue, Name>;
  /** The tag: what the page gives becomes a child of it. */
  readonly tag: HTMLElement & { readonly config?: unknown };
  /** The tag's shadow tree, where the elements stand. */
  readonly root: ShadowRoot;
  /** The language of the chat. The English texts come with each neighbour. */
  readonly locale: ReadableStore<Locale>;
  /** How many messages came while the window was not on screen. */
  readonly unread: ReadableStore<number>;
  /** All that the page has configured in the shape of Genesys Widgets, as it is there. */
  readonly pageConfig: Readonly<Record<string, unknown>>;
}

/** How the commands of a neighbour are carried out; `commander` is the name of the plugin that calls. */
export type NeighbourCommands<Name extends NeighbourName, Table = Neighbours[Name]['commands']> = {
  readonly [Command in keyof Table]: Table[Command] extends { options: infer Options; result: infer Result }
    ? (options: Exclude<Options, void>, commander: string) => Promise<Result> | Result
    : never;
};
