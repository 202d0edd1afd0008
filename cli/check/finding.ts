import type { Fact, Verdict } from '../facts/fact.js';
import type { Place } from './source-text.js';

/** One thing that a site has, and what becomes of it. */
export interface Finding extends Place {
  readonly verdict: Verdict;
  /** What it is: an option, a command, an event, a hook. */
  readonly subject: string;
  /** What to do, why, or what to know; empty where there is nothing to say. */
  readonly message: string;
}

/** Takes down what a rule has found. */
export type Report = (place: Place, subject: string, fact: Fact) => void;

/** Takes findings down, each once. */
export function collectFindings(): { readonly findings: readonly Finding[]; readonly report: Report } {
  const findings = new Map<string, Finding>();
  return {
    get findings() {
      return [...findings.values()];
    },
    report: ({ file, line, column }, subject, { verdict, note = '' }) => {
      const finding = { file, line, column, verdict, subject, message: note };
      findings.set(JSON.stringify(finding), finding);
    },
  };
}
