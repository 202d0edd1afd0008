import { isPlainObject } from '../../src/config/option-types.js';
import { changes, sameBut } from '../facts/fact.js';
import { checkCalls } from './check-calls.js';
import { checkConfiguration, checkWhole, type Context } from './check-configuration.js';
import { checkPacks } from './check-packs.js';
import { classicFact, referenceFact } from './check-references.js';
import { checkStyles, checkWindow } from './check-window.js';
import { collectFindings, type Finding, type Report } from './finding.js';
import type { Gathered, Site } from './gather.js';
import { Meanings } from './meanings.js';
import { readData, readScript, Unparsable, type Script } from './read-script.js';
import type { SourceText } from './source-text.js';

/** All that there is to say about a site. */
export function checkSite(site: Site): readonly Finding[] {
  const collected = collectFindings();
  const check = new SiteCheck(collected.report, site.hasJQuery);
  for (const file of site.files) check.file(file);
  return collected.findings;
}

class SiteCheck {
  readonly #report: Report;
  readonly #hasJQuery: boolean | undefined;

  constructor(report: Report, hasJQuery: boolean | undefined) {
    this.#report = report;
    this.#hasJQuery = hasJQuery;
  }

  file({ source, page }: Gathered): void {
    if (source.kind === 'script') this.#script(() => readScript(source), true);
    if (source.kind === 'style') checkStyles(source, source.text, 0, this.#report);
    if (source.kind === 'data') this.#data(source, source.text, 0);
    if (!page) return;
    for (const { text, offset } of page.scripts) this.#script(() => readScript(source, text, offset), true);
    for (const { text, offset } of page.modules) this.#script(() => readScript(source, text, offset), false);
    for (const { text, offset } of page.styles) checkStyles(source, text, offset, this.#report);
    for (const { text, offset } of page.data) this.#data(source, text, offset);
    for (const { text, offset } of page.handlers) if (/_genesys|CXBus/.test(text)) this.#handler(source, text, offset);
    for (const { text, offset } of page.references) {
      const fact = referenceFact(text);
      if (fact) this.#report(source.placeAt(offset), text, fact);
    }
    for (const { text, offset } of page.classics) {
      const fact = classicFact(text);
      if (fact) this.#report(source.placeAt(offset), text, fact);
    }
  }

  #script(read: () => Script, isEarly: boolean): void {
    this.#reading(() => {
      const script = read();
      const context = this.#context(script, isEarly);
      checkConfiguration(context);
      checkCalls(context);
      checkWindow(context);
      for (const { node } of script.visits) {
        const fact = node.type === 'Literal' && typeof node.value === 'string' ? referenceFact(node.value) : undefined;
        if (fact && node.type === 'Literal') this.#report(script.placeOf(node), String(node.value), fact);
      }
    });
  }

  #handler(source: SourceText, text: string, offset: number): void {
    this.#script(() => readScript(source, text, offset, true), false);
    const note = 'A strict policy for scripts forbids handlers in HTML; a listener in a script is allowed.';
    this.#report(source.placeAt(offset), 'inline handler', sameBut(note));
  }

  /** Data is a configuration where it has its sections, and else language packs where it looks like them. */
  #data(source: SourceText, text: string, offset: number): void {
    this.#reading(() => {
      const { literal, script } = readData(source, text, offset);
      const context = this.#context(script, false);
      const value = context.meanings.valueOf(literal)?.value;
      if (!isPlainObject(value)) return;
      if (isPlainObject(value['main']) || isPlainObject(value['webchat'])) checkWhole(literal, context);
      else if (Object.values(value).some((each) => isPlainObject(each) && 'webchat' in each))
        checkPacks(literal, context);
    });
  }

  #context(script: Script, isEarly: boolean): Context {
    return { script, meanings: new Meanings(script), report: this.#report, isEarly, hasJQuery: this.#hasJQuery };
  }

  #reading(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Unparsable)) throw error;
      this.#report(error.place, 'code', changes(`No browser can read it: ${error.message}.`));
    }
  }
}
