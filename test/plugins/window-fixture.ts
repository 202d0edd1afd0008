import type { Bus } from '../../src/bus/index.js';
import { resolveOptions } from '../../src/config/resolve-options.js';
import { assembleChat, type AssembledChat } from '../../src/create-web-chat-service.js';
import { systemPlatform } from '../../src/platform/platform.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { ScriptedServer } from '../support/scripted-server.js';

/** A window without pictures: its plugin, beside a service whose time and server are the test's. */
export class WindowFixture {
  readonly clock = new FakeClock();
  readonly server = new ScriptedServer(this.clock);
  readonly chat: AssembledChat;
  readonly bus: Bus<ChatCatalogue>;
  /** What the window has published, without its readiness. */
  readonly names: string[] = [];

  private constructor(isLauncherShown: boolean) {
    const { options } = resolveOptions([]);
    const dataURL = 'https://gms.example/genesys/2/chat/customer-support';
    const platform = {
      ...systemPlatform,
      clock: this.clock,
      page: new FakePage(),
      fetch: this.server.fetch,
      storage: new MemoryStorage(),
      tabs: undefined,
    };
    this.chat = assembleChat({
      platform,
      options: () => ({ ...options, dataURL, 'chatButton.enabled': isLauncherShown }),
      configure: () => undefined,
    });
    this.bus = this.chat.bus;
  }

  /** A closed window that has not said yet that it is ready. */
  static async made(isLauncherShown = true): Promise<WindowFixture> {
    const fixture = new WindowFixture(isLauncherShown);
    fixture.chat.service.start();
    await fixture.clock.tick(0);
    return fixture;
  }

  /** A closed window that takes commands. */
  static async ready({ isLauncherShown = true } = {}): Promise<WindowFixture> {
    const fixture = await WindowFixture.made(isLauncherShown);
    fixture.chat.window.ready();
    for (const name of ['opened', 'closed', 'minimized', 'unminimized']) {
      fixture.bus.subscribe(`WebChat.${name}`, () => void fixture.names.push(name));
    }
    return fixture;
  }

  /** An open window with a chat and an agent. */
  static async chatting(): Promise<WindowFixture> {
    const fixture = await WindowFixture.ready();
    await fixture.bus.command('WebChat.open');
    await fixture.bus.command('WebChatService.startChat', { nickname: 'Ada' });
    fixture.server.agentDoes('ParticipantJoined');
    await fixture.bus.command('WebChatService.poll');
    fixture.names.length = 0;
    return fixture;
  }

  /** `open`, `minimized` or `closed`. */
  get state(): string {
    const { opened, minimized } = this.chat.window.window.get();
    if (!opened) return 'closed';
    return minimized ? 'minimized' : 'open';
  }

  get unread(): number {
    return this.chat.service.stores.unread.get();
  }

  get phase(): string {
    return this.chat.service.stores.phase.get();
  }

  /** The agent writes, and the visitor's side hears of it. */
  async agentWrites(text: string): Promise<void> {
    this.server.agentDoes('Message', text);
    await this.bus.command('WebChatService.poll');
  }
}
