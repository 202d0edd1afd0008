/**
 * What becomes of a thing that worked with Genesys Widgets: it works as it is, works better, works when the site changes
 * something, or is not supported.
 */
export type Verdict = 'same' | 'better' | 'changes' | 'unsupported';

/** The verdicts in words, the gravest first. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  unsupported: 'not supported',
  changes: 'changes',
  better: 'works better',
  same: 'works as it is',
};

/** What becomes of it, and what to know of that. */
export interface Fact {
  readonly verdict: Verdict;
  /** One sentence or more; always there where something changes or is not supported: what to do, or why. */
  readonly note?: string;
}

export const same: Fact = { verdict: 'same' };

/** The same, with something to know. */
export function sameBut(note: string): Fact {
  return { verdict: 'same', note };
}

/** More than it was. */
export function better(note: string): Fact {
  return { verdict: 'better', note };
}

/** The site has something to do, which the note says. */
export function changes(note: string): Fact {
  return { verdict: 'changes', note };
}

/** It is not here, and the note says why. */
export function unsupported(note: string): Fact {
  return { verdict: 'unsupported', note };
}
