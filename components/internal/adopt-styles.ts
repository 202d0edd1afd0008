import type { CSSResult, LitElement } from 'lit';

/** Gives an element the styles of what it shows since it has been loaded; once, however often it is asked to. */
export function adoptStyles({ renderRoot }: LitElement, { styleSheet }: CSSResult): void {
  if (!styleSheet || !(renderRoot instanceof ShadowRoot)) return;
  if (!renderRoot.adoptedStyleSheets.includes(styleSheet)) renderRoot.adoptedStyleSheets.push(styleSheet);
}
