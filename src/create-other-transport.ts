/** Every transport but the default one: loaded where a site asks for one of them. */
import type { ResolvedOptions } from './config/options.js';
import { ChatError } from './errors.js';
import { loadLate } from './load-late.js';
import type { Platform } from './platform/platform.js';
import type { Transport } from './transport/transport.js';

const supported = 'supported are gms-rest, which is the default, demo, and one of your own that transport.create makes';

/**
 * Makes the transport that the options name; one of the site's own wins.
 * @throws {ChatError} when there is none of that name, or the site's own is none.
 */
export async function createOtherTransport(options: ResolvedOptions, platform: Platform): Promise<Transport> {
  const type = options['cometD.enabled'] ? 'cometD' : options['transport.type'];
  const create = options['transport.create'];
  if (create) {
    const { createOwnTransport } = await loadLate(import('./transport/own/own-transport.js'));
    return createOwnTransport(create, { timeout: options.ajaxTimeout, clock: platform.clock });
  }
  if (type === 'demo') {
    const { DemoTransport } = await loadLate(import('./transport/demo/demo-transport.js'));
    return new DemoTransport(options['transport.script'], platform);
  }
  throw new ChatError(`The transport ${String(type)} is not supported; ${supported}`);
}
