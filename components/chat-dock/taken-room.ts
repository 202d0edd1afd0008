import type { LitElement, ReactiveController } from 'lit';

/** How much of the corner is taken by what the tag itself shows there, in pixels. */
export interface TakenRoom {
  /** Width of the window. */
  readonly beside: number;
  /** Width and height of the launcher, or of an invitation. */
  readonly launcherWidth: number;
  readonly above: number;
  /** Whether the window fills the screen. */
  readonly isCovered: boolean;
}

const tags = ['genesys-chat-launcher', 'genesys-chat-invite', 'genesys-chat-window'] as const;

/** How far an invitation stands above the launcher. */
const invitationOffset = 72;

/** Tells the corner how much of it is taken, whenever that changes. */
export class TakenRoomObserver implements ReactiveController {
  readonly #dock: LitElement;
  readonly #onChange: (taken: TakenRoom) => void;
  readonly #sizes = new ResizeObserver(() => {
    this.#measure();
  });
  readonly #siblings = new MutationObserver(() => {
    this.#look();
  });

  constructor(dock: LitElement, onChange: (taken: TakenRoom) => void) {
    this.#dock = dock;
    this.#onChange = onChange;
    dock.addController(this);
  }

  hostConnected(): void {
    this.#siblings.observe(this.#dock.getRootNode(), { childList: true });
    this.#look();
  }

  hostDisconnected(): void {
    this.#siblings.disconnect();
    this.#sizes.disconnect();
  }

  #look(): void {
    this.#sizes.disconnect();
    for (const tag of tags) {
      const element = this.#find(tag);
      if (element) this.#sizes.observe(element);
    }
    this.#measure();
  }

  #measure(): void {
    const launcher = this.#find('genesys-chat-launcher');
    const invite = this.#find('genesys-chat-invite');
    const window = this.#find('genesys-chat-window');
    const width = window?.offsetWidth ?? 0;
    const inviteHeight = invite ? invite.offsetHeight + (invite.aboveLauncher ? invitationOffset : 0) : 0;
    this.#onChange({
      beside: width,
      launcherWidth: Math.max(launcher?.offsetWidth ?? 0, invite?.offsetWidth ?? 0),
      above: Math.max(launcher?.offsetHeight ?? 0, inviteHeight),
      isCovered: width > 0 && window?.mobile === true,
    });
  }

  #find<Tag extends (typeof tags)[number]>(tag: Tag): HTMLElementTagNameMap[Tag] | null {
    const root = this.#dock.getRootNode();
    return root instanceof ShadowRoot ? root.querySelector(tag) : null;
  }
}
