/** What the page tells developers, kept from the test's own output until `restore`. */
interface Recording {
  readonly messages: string[];
  restore(): void;
}

/** Keeps what is told as errors. */
export function recordConsoleErrors(): Recording {
  return record('error');
}

/** Keeps what is told as warnings. */
export function recordConsoleWarnings(): Recording {
  return record('warn');
}

function record(level: 'error' | 'warn'): Recording {
  const messages: string[] = [];
  const { [level]: original } = console;
  console[level] = (...parts: unknown[]) => void messages.push(parts.map(String).join(' '));
  return {
    messages,
    restore: () => {
      console[level] = original;
    },
  };
}
