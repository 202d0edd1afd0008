/** How much a local server keeps in memory and accepts. Beyond each bound it refuses or forgets; it never grows on. */
export interface LocalServerLimits {
  /** Chats kept, ended ones included; the oldest ended chats make room, else error 240. Default 200. */
  readonly chats: number;
  /** Participants of one chat, those who left included. Default 50. */
  readonly participants: number;
  /** Events kept of one transcript; older ones are forgotten, indexes go on. Default 20,000. */
  readonly transcriptEvents: number;
  /** Keys of one chat's user data. Default 200. */
  readonly userDataKeys: number;
  /** Characters of one chat's user data, keys and values together. Default 65,536. */
  readonly userDataLength: number;
  /** Characters (UTF-16 units, as in an input's `maxlength`) of one text of the visitor; more is error 204. Default 4096. */
  readonly messageLength: number;
  /** Bytes of a request body that carries no file; more is HTTP 413. Default 1 MiB. */
  readonly bodyBytes: number;
  /** Bytes of all files of all chats together; more is error 202. Default 512 MiB. */
  readonly storedFileBytes: number;
  /** Requests held open by `lostAnswerRate`; the oldest is cut off for a newer one. Default 200. */
  readonly heldRequests: number;
}

/** The bounds of a server that is given none. */
export const defaultLimits: LocalServerLimits = {
  chats: 200,
  participants: 50,
  transcriptEvents: 20_000,
  userDataKeys: 200,
  userDataLength: 65_536,
  messageLength: 4096,
  bodyBytes: 1_048_576,
  storedFileBytes: 536_870_912,
  heldRequests: 200,
};
