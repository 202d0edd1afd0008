import { createBus, type Bus } from '../../../src/bus/index.js';
import { resolveOptions } from '../../../src/config/resolve-options.js';
import { assembleChat, type AssembledChat } from '../../../src/create-web-chat-service.js';
import { systemPlatform } from '../../../src/platform/platform.js';
import type { WindowMetadata } from '../../../src/model/window-metadata.js';
import { names as allNames, type ChatCatalogue } from '../../../src/plugins/names.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FakePage } from '../../support/fake-page.js';
import { until } from '../../support/frame-tab.js';
import { MemoryStorage } from '../../support/memory-storage.js';
import { ScriptedServer } from '../../support/scripted-server.js';

interface WindowSetup {
  readonly isLauncherShown?: boolean;
  readonly isAsync?: boolean;
}

/** A window without pictures: its plugin, beside a service whose time and server are the test's. */
export class WindowFixture {
  readonly clock: FakeClock;
  readonly server: ScriptedServer;
  readonly chat: AssembledChat;
  readonly bus: Bus<ChatCatalogue>;
  /** What the window has published, without its readiness. */
  readonly names: string[] = [];
  /** What it published with each of these. */
  readonly metadata: WindowMetadata[] = [];
  readonly #storage: MemoryStorage;

  readonly #isAsync: boolean;

  private constructor({ isLauncherShown = true, isAsync = false }: WindowSetup = {}, earlier?: WindowFixture) {
    this.#isAsync = isAsync;
    this.clock = earlier?.clock ?? new FakeClock();
    this.server = earlier?.server ?? new ScriptedServer(this.clock);
    this.#storage = earlier ? earlier.#storage : new MemoryStorage();
    const { options } = resolveOptions([]);
    const dataURL = 'https://gms.example/genesys/2/chat/customer-support';
    const platform = {
      ...systemPlatform,
      clock: this.clock,
      page: new FakePage(),
      fetch: this.server.fetch,
      storage: this.#storage,
      tabs: undefined,
    };
    this.chat = assembleChat({
      bus: createBus(platform),
      platform,
      options: () => ({ ...options, dataURL, 'chatButton.enabled': isLauncherShown, 'async.enabled': isAsync }),
      configure: () => undefined,
    });
    this.bus = this.chat.bus;
  }

  /** A closed window that has not said yet that it is ready. */
  static async made(setup?: WindowSetup): Promise<WindowFixture> {
    const fixture = new WindowFixture(setup);
    fixture.chat.service.start();
    await fixture.clock.tick(0);
    return fixture;
  }

  /** A closed window that takes commands. */
  static async ready(setup?: WindowSetup): Promise<WindowFixture> {
    const fixture = await WindowFixture.made(setup);
    fixture.#takesCommands();
    return fixture;
  }

  /** The visitor goes to another page: its window, which takes commands and has had time to take up what there is. */
  async nextPage(): Promise<WindowFixture> {
    this.chat.service.suspend();
    const fixture = new WindowFixture({}, this);
    fixture.chat.service.start();
    fixture.#takesCommands();
    await this.clock.tick(0);
    await until(async () => {
      await this.clock.tick(0);
      return fixture.state !== 'closed';
    });
    return fixture;
  }

  /** The visitor goes to another page, whose chat goes on; its window opens or not. */
  async goOn(prepare: (page: WindowFixture) => void = () => undefined): Promise<WindowFixture> {
    this.chat.service.suspend();
    const fixture = new WindowFixture({ isAsync: this.#isAsync }, this);
    prepare(fixture);
    fixture.chat.service.start();
    fixture.#takesCommands();
    await until(async () => {
      await this.clock.tick(0);
      return fixture.phase === 'active';
    });
    // What it is told of the window, it does in a moment.
    await fixture.bus.command('WebChatService.getTranscript');
    await this.clock.tick(0);
    return fixture;
  }

  #takesCommands(): void {
    this.chat.window.ready();
    for (const name of allNames.WebChat.events.filter((each) => each !== 'ready')) {
      this.bus.subscribe(`WebChat.${name}`, ({ data }) => {
        this.names.push(name);
        if (data && 'opened' in data) this.metadata.push(data);
      });
    }
  }

  /** An open window with a chat and an agent. */
  static async chatting(setup?: WindowSetup): Promise<WindowFixture> {
    const fixture = await WindowFixture.ready(setup);
    await fixture.bus.command('WebChat.open');
    await fixture.bus.command('WebChatService.startChat', { nickname: 'Ada' });
    fixture.server.agentDoes('ParticipantJoined');
    await fixture.bus.command('WebChatService.poll');
    fixture.names.length = 0;
    fixture.metadata.length = 0;
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
