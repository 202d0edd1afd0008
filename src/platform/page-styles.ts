/** A selector of the page's styles. */
export interface PageSelector {
  readonly selector: string;
  /** The address of its style sheet without query; undefined where it stands in the page itself. */
  readonly address: string | undefined;
}

/** Of a page with more rules than this only the first are looked at. */
const mostRules = 10_000;

/** The selectors of the page's own style sheets. Sheets of other origins cannot be read, and none throws. */
export function pageSelectors(): PageSelector[] {
  if (typeof document === 'undefined') return [];
  const found: PageSelector[] = [];
  let left = mostRules;
  const collect = (holder: CSSStyleSheet | CSSRule, address: string | undefined): void => {
    for (const rule of rulesOf(holder)) {
      if (left-- <= 0) return;
      if ('selectorText' in rule) found.push({ selector: String(rule.selectorText), address });
      if ('styleSheet' in rule) collectSheet(rule.styleSheet as CSSStyleSheet | null);
      else collect(rule, address);
    }
  };
  const collectSheet = (sheet: CSSStyleSheet | null): void => {
    if (sheet) collect(sheet, /^https?:[^?#]*/.exec(sheet.href ?? '')?.[0]);
  };
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) collectSheet(sheet);
  return found;
}

/** Calls back when the page has nothing better to do, or after a while. */
export function whenIdle(callback: () => void): void {
  // Safari has no such callback.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: 10_000 });
  else setTimeout(callback, 2000);
}

function rulesOf(holder: CSSStyleSheet | CSSRule): readonly CSSRule[] {
  try {
    return 'cssRules' in holder ? [...holder.cssRules] : [];
  } catch {
    return [];
  }
}
