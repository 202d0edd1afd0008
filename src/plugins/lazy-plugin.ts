import type { Bus, BusPlugin } from '../bus/index.js';
import { ChatError, sentences } from '../errors.js';
import { answerCommand } from './answer-command.js';
import type { ChatCatalogue } from './names.js';

/** How a plugin carries out its commands, by their short names; `commander` is the name of the plugin that calls. */
export type CommandVerbs = Readonly<Record<string, (options: never, commander: string) => unknown>>;

/** A plugin whose names are known before its code. */
export interface LazyPlugin<Context> {
  /** Short names of its commands. */
  readonly commands: readonly string[];
  /** Short names of its events. */
  readonly events: readonly string[];
  /** Brings its code; what that gives is called once, with the first command. */
  readonly load: () => Promise<(context: Context) => CommandVerbs>;
}

/**
 * Offers a plugin on the bus that can be called, intercepted and listened to at once; the first command brings its code.
 * A {@link ChatError} that a verb throws rejects the command with its sentence. Does nothing where the name is taken.
 */
export function addLazyPlugin<Context>(
  bus: Bus<ChatCatalogue>,
  name: string,
  { commands, events, load }: LazyPlugin<Context>,
  contextOf: (plugin: BusPlugin<ChatCatalogue>) => Context,
): void {
  const plugin: BusPlugin<ChatCatalogue> | false = bus.registerPlugin(name);
  if (!plugin) return;
  let verbs: Promise<CommandVerbs> | undefined;
  const start = async (): Promise<CommandVerbs> => {
    const create = await load().catch(() => {
      // The next command tries again.
      verbs = undefined;
      throw new ChatError(sentences.notLoaded);
    });
    return create(contextOf(plugin));
  };
  plugin.registerEvents(events);
  for (const command of commands) {
    plugin.registerCommand(command, (call) =>
      answerCommand(call, async () => (await (verbs ??= start()))[command]?.(call.data as never, call.commander)),
    );
  }
  plugin.republish('ready');
  plugin.ready();
}
