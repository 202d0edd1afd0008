import { checkSite } from './check-site.js';
import { gather } from './gather.js';
import type { Limits } from './open-source.js';
import { writeJson, writeReport } from './write-report.js';

const limits: Limits = { fileSize: 5_000_000, files: 300, timeout: 10_000 };

const usage = 'genesys-webchat check [--json] <url, file or folder…>';

/** Where the report and complaints go; `console` is one. */
export interface Output {
  log(text: string): void;
  error(text: string): void;
}

/**
 * Checks what is named and writes the report. Resolves with the exit status: 0 when there is nothing to do, 1 when
 * something changes or is not supported, 2 when something that was named cannot be read.
 */
export async function runCheck(given: readonly string[], output: Output): Promise<number> {
  const unknown = given.find((word) => word.startsWith('-') && word !== '--json');
  const targets = given.filter((word) => !word.startsWith('-'));
  if (unknown !== undefined || targets.length === 0) {
    output.error(`${unknown === undefined ? 'Name what to check' : `There is no option ${unknown}`}: ${usage}`);
    return 2;
  }
  const site = await gather(targets, limits);
  const findings = checkSite(site);
  const missed = site.skipped.filter(({ wanted }) => wanted);
  for (const { name, reason } of missed) output.error(`${name} ${reason}`);
  if (site.files.length > 0) output.log((given.includes('--json') ? writeJson : writeReport)(site, findings));
  if (missed.length > 0) return 2;
  return findings.some(({ verdict }) => verdict === 'changes' || verdict === 'unsupported') ? 1 : 0;
}
