import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is done with the files that come in. */
export interface FileIntakeOptions {
  /** Whether files may come in now; what cannot be sent yet is told of when it comes. */
  readonly isOpen: () => boolean;
  readonly onFiles: (files: File[]) => void;
}

/**
 * Takes files that are pasted into the message box or dropped on the window. Text is left to the browser. It listens in
 * the tree that the message box stands in, and in the one around that, which is the window's.
 */
export class FileIntake implements ReactiveController {
  /** Whether files are being dragged over the window. */
  isDragged = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FileIntakeOptions;
  #listening: AbortController | undefined;
  /** What the pointer entered last: events of leaving come for all that it has left before. */
  #entered: EventTarget | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FileIntakeOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const box = this.#host.getRootNode();
    const window = box instanceof ShadowRoot ? box.host.getRootNode() : box;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    box.addEventListener('paste', this.#onPaste, { signal });
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
      window.addEventListener(type, this.#onDrag, { signal });
    }
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.isDragged = false;
  }

  readonly #onPaste = (event: Event): void => {
    if (!(event instanceof ClipboardEvent) || !event.clipboardData || !this.#options.isOpen()) return;
    const { files, types } = event.clipboardData;
    // What is copied from a document comes as text and as a picture of it.
    const isDocument = types.includes('text/plain') && types.includes('text/html');
    if (files.length === 0 || isDocument) return;
    event.preventDefault();
    this.#options.onFiles([...files]);
  };

  readonly #onDrag = (event: Event): void => {
    if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes('Files')) return;
    if (event.type === 'dragleave') {
      if (event.composedPath()[0] === this.#entered) this.#drag(false);
      return;
    }
    if (!this.#options.isOpen()) return;
    // Else the browser would leave the page to show the file.
    event.preventDefault();
    if (event.type === 'dragenter') this.#entered = event.composedPath()[0];
    this.#drag(event.type !== 'drop');
    if (event.type === 'drop') this.#options.onFiles([...event.dataTransfer.files]);
  };

  #drag(isDragged: boolean): void {
    if (this.isDragged === isDragged) return;
    this.isDragged = isDragged;
    this.#host.requestUpdate();
  }
}
