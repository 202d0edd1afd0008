/** What the page tells developers, kept from the test's own output until `restore`. */
export function recordConsoleErrors(): { readonly messages: string[]; restore(): void } {
  const messages: string[] = [];
  const original = console.error;
  console.error = (...parts: unknown[]) => void messages.push(parts.map(String).join(' '));
  return {
    messages,
    restore: () => {
      console.error = original;
    },
  };
}
