/** What stands at the edge of the page while the window is closed. */
export interface LauncherState {
  /** Whether the page wants the launcher, whatever the options say. */
  readonly isShown?: boolean;
  /** Milliseconds before it appears. */
  readonly openDelay?: number;
  /** Milliseconds that its appearing takes. */
  readonly duration?: number;
  /** What the visitor is being asked. */
  readonly invitation?: 'invite' | 'reInvite' | undefined;
}

/** A launcher as the options have it. */
export const plainLauncher: LauncherState = {};
