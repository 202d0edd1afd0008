import { changes, type Fact } from '../facts/fact.js';

const bundle = /(?:^|\/)(?:cxbus|widgets|widgets-core)(?:\.min)?\.js(?:[?#]|$)/i;
const styles = /(?:^|\/)widgets(?:\.min)?\.css(?:[?#]|$)/i;

/** What becomes of an address that a site loads; undefined where it is nothing of Genesys Widgets. */
export function referenceFact(address: string): Fact | undefined {
  if (bundle.test(address)) return changes('Load `genesys-webchat.js` in its place, as a module.');
  return styles.test(address) ? changes('Take it out: the chat brings its own styles.') : undefined;
}

/** What is to be said of a script that is loaded as no module; undefined where that is right. */
export function classicFact(address: string): Fact | undefined {
  return /(?:^|\/)genesys-webchat\.js(?:[?#]|$)/i.test(address)
    ? changes('It is a module, and runs as nothing else: add `type="module"`.')
    : undefined;
}

/** Whether an address looks like that of jQuery. */
export function isJQuery(address: string): boolean {
  return /jquery[\w.@-]*(?:\.js|\/|$)/i.test(address);
}
