/** The conversation's half of the composition root: loaded when the first command, or a kept session, needs it. */
import type { ResolvedOptions } from './config/options.js';
import { ChatError } from './errors.js';
import { loadLate } from './load-late.js';
import type { Platform } from './platform/platform.js';
import { systemClock } from './platform/clock.js';
import { ChatCommands } from './session/chat-commands.js';
import { ChatService, type ChatServiceOptions } from './session/chat-service.js';
import type { ExtensionCommandsOptions } from './session/extension-commands.js';
import { sentences } from './session/sentences.js';
import type { Transport } from './transport/transport.js';

export { conductWindow } from './plugins/window-commands.js';

/** What a service of conversations is put together from. */
export interface ChatServiceAssembly extends Pick<ChatServiceOptions, 'platform' | 'stores' | 'conversation' | 'post'> {
  /** Read anew at each use. */
  readonly options: () => ResolvedOptions;
  /** Takes configuration over what there is. */
  readonly configure: ExtensionCommandsOptions['configure'];
}

/** The service of conversations, and what can be asked of it by name. */
export interface CreatedChatService {
  readonly service: ChatService;
  readonly commands: ChatCommands;
}

/** Puts the service of conversations together. */
export function createChatService({ options, configure, ...rest }: ChatServiceAssembly): CreatedChatService {
  const { platform, stores } = rest;
  const service = new ChatService({
    ...rest,
    // Another clock than the machine's is nobody's to run beside it.
    createSteadyClock:
      platform.clock === systemClock
        ? async () => (await import('./platform/steady-clock.js')).createSteadyClock(platform)
        : undefined,
    settings: options,
    createTransport: () => createTransport(options(), platform),
  });
  const maxMessageLength = () => options().maxMessageLength;
  return { service, commands: new ChatCommands(service, { stores, platform, configure, maxMessageLength }) };
}

async function createTransport(options: ResolvedOptions, platform: Platform): Promise<Transport> {
  const { dataURL, apikey, enableCustomHeader, header } = options;
  const type = options['transport.type'] ?? 'gms-rest';
  if (type !== 'gms-rest' || options['transport.create'] || options['cometD.enabled']) {
    const { createOtherTransport } = await loadLate(import('./create-other-transport.js'));
    return createOtherTransport(options, platform);
  }
  if (dataURL === undefined) throw new ChatError(sentences.noDataURL);
  const { GmsRestTransport } = await loadLate(import('./transport/gms-rest/gms-rest-transport.js'));
  return new GmsRestTransport(
    {
      url: dataURL,
      timeout: options.ajaxTimeout,
      withCredentials: options['xhrFields.withCredentials'],
      ...(apikey !== undefined && { apikey }),
      ...(enableCustomHeader && { headers: header }),
    },
    platform,
  );
}
