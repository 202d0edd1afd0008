/** Every transport but the default one: loaded where a site asks for one of them. */
import type { ResolvedOptions } from './config/options.js';
import { ChatError } from './errors.js';
import { loadLate } from './load-late.js';
import type { Platform } from './platform/platform.js';
import type { Transport } from './transport/transport.js';

const supported = 'supported are gms-rest, which is the default, demo, and one of your own that transport.create makes';

type CreateTransport = (options: ResolvedOptions, platform: Platform) => Promise<Transport>;

/**
 * Makes the transport that the options name; one of the site's own wins. In place of CometD the default one serves, which
 * is told; `createTransport` makes that.
 * @throws {ChatError} when there is none of that name, or the site's own is none.
 */
export async function createOtherTransport(
  options: ResolvedOptions,
  platform: Platform,
  createTransport: CreateTransport,
): Promise<Transport> {
  const { 'transport.type': type = 'gms-rest' } = options;
  const create = options['transport.create'];
  if (create) {
    const { createOwnTransport } = await loadLate(import('./transport/own/own-transport.js'));
    return createOwnTransport(create, { timeout: options.ajaxTimeout, clock: platform.clock });
  }
  if (type === 'demo') {
    const { DemoTransport } = await loadLate(import('./transport/demo/demo-transport.js'));
    return new DemoTransport(options['transport.script'], platform);
  }
  if (type === 'gms-rest') {
    platform.logger.warn(
      'cometD.enabled is true, and there is no CometD here: the chat polls the service at dataURL. Take cometD out.',
    );
    return createTransport({ ...options, 'cometD.enabled': false }, platform);
  }
  throw new ChatError(`The transport ${type} is not supported; ${supported}`);
}
