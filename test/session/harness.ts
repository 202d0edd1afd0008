import type { Platform } from '../../src/platform/platform.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';
import { ScriptedServer } from '../support/scripted-server.js';
import { ServiceFixture } from '../support/service-fixture.js';

/** A service whose time, page and server are the test's. Nothing in it takes real time. */
export class TimedService extends ServiceFixture {
  readonly clock: FakeClock;
  readonly page: FakePage;
  readonly server: ScriptedServer;

  private constructor(webchat: Readonly<Record<string, unknown>>, outside: Partial<Platform>) {
    const clock = new FakeClock();
    const page = new FakePage();
    const server = new ScriptedServer(clock);
    const dataURL = 'https://gms.example/genesys/2/chat/customer-support';
    super({
      webchat: { dataURL, ...webchat },
      // Half of every span that is left to chance.
      platform: { clock, page, fetch: server.fetch, random: () => 0.5, ...outside },
    });
    this.clock = clock;
    this.page = page;
    this.server = server;
  }

  /** A service that has said that it is ready. */
  static async ready(
    webchat: Readonly<Record<string, unknown>> = {},
    outside: Partial<Platform> = {},
  ): Promise<TimedService> {
    const service = new TimedService(webchat, outside);
    await service.clock.tick(0);
    // Brings the code of what extensions ask for, which takes real time.
    await service.command('resetPollExceptions');
    return service;
  }

  /** A service with a chat, and nobody but the visitor in it. */
  static async chatting(
    webchat: Readonly<Record<string, unknown>> = {},
    outside: Partial<Platform> = {},
  ): Promise<TimedService> {
    const service = await TimedService.ready(webchat, outside);
    await service.command('startChat', { nickname: 'Ada' });
    service.forget();
    return service;
  }

  /** The visitor's own messages as shown: text and status. */
  get shown(): string[] {
    const messages = this.service.stores.messages.get();
    return messages.filter(({ type }) => type === 'Message').map(({ text, status = '' }) => `${text} ${status}`.trim());
  }

  /** Sends, and keeps what becomes of it: `pending`, `resolved`, or the reason. */
  send(message: string): { outcome: unknown } {
    return this.follow(this.command('sendMessage', { message }));
  }

  /** What becomes of a command: `pending`, `resolved`, or the reason it was rejected with. */
  follow(promise: Promise<unknown>): { outcome: unknown } {
    const sent: { outcome: unknown } = { outcome: 'pending' };
    promise.then(
      () => {
        sent.outcome = 'resolved';
      },
      (reason: unknown) => {
        sent.outcome = reason;
      },
    );
    return sent;
  }
}

/** What a service has at work outside itself. */
export function remains({ clock, page, server }: Pick<TimedService, 'clock' | 'page' | 'server'>): object {
  return { timers: clock.liveTimers, listeners: page.listeners, requests: server.open };
}

/** What remains of a service that holds still. */
export const nothing = { timers: 0, listeners: 0, requests: 0 };

/** What remains of a service that has no chat: it notices that the page is left and used again. */
export const watchfulness = { timers: 0, listeners: 2, requests: 0 };
