import type { Bus, BusPlugin } from '../bus/index.js';
import { copyOf } from '../model/copy-of.js';
import type { ChatCommands } from '../session/chat-commands.js';
import type { ChatService } from '../session/chat-service.js';
import { answerCommand } from './answer-command.js';
import { names, type ChatCatalogue } from './names.js';

/**
 * Offers the service on the bus as `WebChatService`. `load` brings what commands can be asked of when the first needs it. What
 * goes out is a copy, since extensions change what they get.
 */
export function addWebChatServicePlugin(
  bus: Bus<ChatCatalogue>,
  load: () => Promise<ChatCommands>,
): BusPlugin<ChatCatalogue, 'WebChatService'> | false {
  const plugin = bus.registerPlugin('WebChatService');
  if (!plugin) return false;
  plugin.registerEvents(names.WebChatService.events);
  for (const name of names.WebChatService.commands) {
    plugin.registerCommand(name, (call) =>
      answerCommand(call, async () => {
        const commands = await load();
        return copyOf(await commands.run(name, call.data));
      }),
    );
  }
  return plugin;
}

/** Publishes on the bus whatever happens in the service. */
export function publishServiceEvents(plugin: BusPlugin<ChatCatalogue, 'WebChatService'>, service: ChatService): void {
  for (const name of names.WebChatService.events) {
    service.on(name, (data) => {
      plugin.publish(name, copyOf(data));
    });
  }
}
