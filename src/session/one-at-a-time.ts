/** Does the work once at a time: who asks for it meanwhile gets what comes of that. */
export function oneAtATime<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let current: Promise<Result> | undefined;
  return () => {
    current ??= work().finally(() => {
      current = undefined;
    });
    return current;
  };
}
