/** What the monitor has to tell. */
export type ConnectionEvent =
  | 'disconnected'
  | 'reconnected'
  | 'connectionPending'
  | 'connectionRestored'
  | 'chatServerWentOffline'
  | 'chatServerBackOnline'
  | 'restoredOffline';

/** What the monitor needs of its service. */
export interface ConnectionMonitorOptions {
  readonly emit: (event: ConnectionEvent) => void;
  /** How many polls may fail in a row before the chat server counts as offline. */
  readonly pollExceptionLimit: () => number;
}

/**
 * Tells of the connection what is new, each once an outage:
 *
 * 1. `disconnected` when a request gets no answer at all, `reconnected` at the next answer of any kind.
 * 2. `connectionPending` at the first poll that fails, `connectionRestored` at the next that succeeds.
 * 3. `chatServerWentOffline` when more polls than the limit have failed in a row; then `chatServerBackOnline` comes
 *    right before `connectionRestored`.
 * 4. `restoredOffline` in place of both when the first poll after a reload fails.
 */
export class ConnectionMonitor {
  /** How many polls have failed in a row. */
  failedPolls = 0;
  readonly #options: ConnectionMonitorOptions;
  #isDisconnected = false;
  #isPending = false;
  #isServerOffline = false;

  constructor(options: ConnectionMonitorOptions) {
    this.#options = options;
  }

  /** A request got no answer at all, or the machine went offline. */
  unanswered(): void {
    if (this.#isDisconnected) return;
    this.#isDisconnected = true;
    this.#options.emit('disconnected');
  }

  /** The server answered, well or badly. */
  answered(): void {
    if (!this.#isDisconnected) return;
    this.#isDisconnected = false;
    this.#options.emit('reconnected');
  }

  /** A poll failed, and the chat is not known to be over. */
  pollFailed(): void {
    const { emit, pollExceptionLimit } = this.#options;
    this.failedPolls += 1;
    if (!this.#isPending) {
      this.#isPending = true;
      emit('connectionPending');
    }
    if (this.#isServerOffline || this.failedPolls <= pollExceptionLimit()) return;
    this.#isServerOffline = true;
    emit('chatServerWentOffline');
  }

  /** The first poll of a conversation that an earlier page began failed: the server counts as offline until one succeeds. */
  restoreFailed(): void {
    this.failedPolls += 1;
    this.#isPending = true;
    this.#isServerOffline = true;
    this.#options.emit('restoredOffline');
  }

  /** A poll succeeded. */
  pollSucceeded(): void {
    const { emit } = this.#options;
    const [wasPending, wasServerOffline] = [this.#isPending, this.#isServerOffline];
    this.forgetPolls();
    if (wasServerOffline) emit('chatServerBackOnline');
    if (wasPending) emit('connectionRestored');
  }

  /** A chat begins or is over: what its polls came to means nothing any more. */
  forgetPolls(): void {
    this.failedPolls = 0;
    this.#isPending = false;
    this.#isServerOffline = false;
  }
}
