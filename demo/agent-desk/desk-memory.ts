import * as v from 'valibot';

const nicknameKey = 'agent-desk.nickname';
const joinedKey = 'agent-desk.joined';
const joinedSchema = v.record(v.string(), v.number());

/** What the desk keeps over a reload. Where the browser stores nothing, it forgets. */
export class DeskMemory {
  get nickname(): string {
    return attempt(() => localStorage.getItem(nicknameKey)) ?? '';
  }

  set nickname(nickname: string) {
    attempt(() => {
      localStorage.setItem(nicknameKey, nickname);
    });
  }

  /** Which chats this window has joined, and as whom. Each window is a desk of its own. */
  get joined(): Readonly<Record<string, number>> {
    const stored = attempt(() => JSON.parse(sessionStorage.getItem(joinedKey) ?? '{}') as unknown);
    const result = v.safeParse(joinedSchema, stored);
    return result.success ? result.output : {};
  }

  set joined(joined: Readonly<Record<string, number>>) {
    attempt(() => {
      sessionStorage.setItem(joinedKey, JSON.stringify(joined));
    });
  }
}

/** Storage throws where a browser forbids it or it is full. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
