/** The conversations that tags of this page show. */
const claimed = new Set<string>();

/** Claims a conversation for one tag of the page; returns how to give it back, nothing if another tag has it. */
export function claimConversation(name: string): (() => void) | undefined {
  if (claimed.has(name)) return undefined;
  claimed.add(name);
  return () => {
    claimed.delete(name);
  };
}
