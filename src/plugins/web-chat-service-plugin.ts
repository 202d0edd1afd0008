import type { Bus, BusPlugin } from '../bus/index.js';
import type { ChatService } from '../session/chat-service.js';
import { answerCommand } from './answer-command.js';
import { names, type ChatCatalogue, type WebChatServiceCommands } from './names.js';

type Commands = WebChatServiceCommands;

/** What each command asks of the service. Options come from outside: the verbs check them. */
const verbs: {
  readonly [Name in keyof Commands]: (
    service: ChatService,
    options: Readonly<Record<string, unknown>>,
  ) => Commands[Name]['result'] | Promise<Commands[Name]['result']>;
} = {
  startChat: (service, options) => service.startChat(options),
  endChat: (service) => service.endChat(),
  sendMessage: (service, options) => service.sendMessage(options),
  sendTyping: (service, options) => service.sendTyping(options),
  poll: (service) => service.poll(),
  startPoll: (service) => {
    service.startPoll();
    return undefined;
  },
  stopPoll: (service) => {
    service.stopPoll();
    return undefined;
  },
  resetPollExceptions: (service) => {
    service.resetPollExceptions();
    return undefined;
  },
  getTranscript: (service) => service.getTranscript(),
  getAgents: (service) => service.getAgents(),
  getSessionData: (service) => service.getSessionData(),
  resendMessage: (service, options) => service.resendMessage(options),
  discardMessage: (service, options) => {
    service.discardMessage(options);
    return undefined;
  },
};

/**
 * Offers the service on the bus as `WebChatService`. `load` brings the service when the first command needs it. What
 * goes out is a copy, since extensions change what they get.
 */
export function addWebChatServicePlugin(
  bus: Bus<ChatCatalogue>,
  load: () => Promise<ChatService>,
): BusPlugin<ChatCatalogue, 'WebChatService'> | false {
  const plugin = bus.registerPlugin('WebChatService');
  if (!plugin) return false;
  plugin.registerEvents(names.WebChatService.events);
  for (const name of names.WebChatService.commands) {
    plugin.registerCommand(name, (call) =>
      answerCommand(call, async () => structuredClone(await verbs[name](await load(), { ...call.data }))),
    );
  }
  return plugin;
}

/** Publishes on the bus whatever happens in the service. */
export function publishServiceEvents(plugin: BusPlugin<ChatCatalogue, 'WebChatService'>, service: ChatService): void {
  for (const name of names.WebChatService.events) {
    service.on(name, (data) => {
      plugin.publish(name, structuredClone(data));
    });
  }
}
