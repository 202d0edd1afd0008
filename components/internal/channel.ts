/** A way to get in touch, as a visitor sees it. */
export interface Channel {
  readonly label: string;
  /** The line below it; empty for none. */
  readonly title: string;
  /** The name of a picture. */
  readonly icon: string;
  /** Whether it can be chosen by now. */
  readonly isReady: boolean;
  /** How many messages wait there, and the same in words. */
  readonly unread: number;
  readonly unreadWords: string;
  choose(this: void): void;
}
