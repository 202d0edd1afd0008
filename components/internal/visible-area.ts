import type { ReactiveController, ReactiveControllerHost } from 'lit';

const changes = ['resize', 'scroll'];

/**
 * Keeps `--_visible-top` and `--_visible-height` on its host at what the on-screen keyboard leaves free: where the
 * keyboard covers the page and moves it instead of shrinking it, no CSS unit knows.
 */
export class VisibleArea implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of changes) visualViewport?.addEventListener(type, this.#onChange);
  }

  hostDisconnected(): void {
    for (const type of changes) visualViewport?.removeEventListener(type, this.#onChange);
  }

  readonly #onChange = (): void => {
    const { height = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
    // Zooming in shrinks the view too, but that is no keyboard.
    const isCovered = scale === 1 && height < innerHeight;
    this.#host.style.setProperty('--_visible-top', isCovered ? `${String(offsetTop)}px` : null);
    this.#host.style.setProperty('--_visible-height', isCovered ? `${String(height)}px` : null);
  };
}
