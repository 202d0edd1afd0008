import { styles as windowStyles } from '../../components/chat-window/chat-window.styles.js';
import { tokens } from '../../components/styles/tokens.js';

/** A custom property of the tag that a page may set. */
export interface ThemeProperty {
  readonly name: string;
  readonly kind: 'colour' | 'length' | 'text';
  /** What holds without it, as the style sheets have it. */
  readonly default: string;
}

/** All there are, read from the style sheets that use them. */
export const themeProperties: readonly ThemeProperty[] = readProperties(`${tokens.cssText} ${windowStyles.cssText}`);

/** A brand to begin with. */
export interface Preset {
  readonly name: string;
  readonly theme: Readonly<Record<string, string>>;
}

/** Looks that show how far a few properties reach. */
export const presets: readonly Preset[] = [
  { name: 'As it comes', theme: {} },
  { name: 'Marsh', theme: { '--gwc-color-brand': '#1c5a52', '--gwc-radius': '28px', '--gwc-radius-bubble': '22px' } },
  {
    name: 'Berry',
    theme: { '--gwc-color-brand': '#8e2457', '--gwc-color-soft': 'light-dark(#fbeef4, #33202a)' },
  },
  {
    name: 'Sun',
    theme: { '--gwc-color-brand': '#f2b632', '--gwc-radius-control': '999px', '--gwc-radius-bubble': '24px' },
  },
  {
    name: 'Ledger',
    theme: {
      '--gwc-color-brand': '#22262e',
      '--gwc-font-family': "Georgia, 'Noto Serif', serif",
      '--gwc-radius': '4px',
      '--gwc-radius-bubble': '4px',
      '--gwc-radius-control': '2px',
    },
  },
];

function readProperties(css: string): ThemeProperty[] {
  const found = new Map<string, ThemeProperty>();
  for (const { 1: name = '', index } of css.matchAll(/var\(\s*(--gwc-[a-z-]+),/g)) {
    const value = argumentAfter(css, css.indexOf(',', index) + 1);
    const kind = name.startsWith('--gwc-color') ? 'colour' : /^\d+px$/.test(value) ? 'length' : 'text';
    if (!found.has(name)) found.set(name, { name, kind, default: value });
  }
  return [...found.values()];
}

/** What stands from there up to the bracket that closes what is open. */
function argumentAfter(css: string, start: number): string {
  let depth = 1;
  let at = start;
  for (; depth > 0 && at < css.length; at += 1) depth += css[at] === '(' ? 1 : css[at] === ')' ? -1 : 0;
  return css
    .slice(start, at - 1)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
