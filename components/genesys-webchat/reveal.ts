/** How something appears. */
export interface Reveal {
  readonly effect: 'fade' | 'slide' | undefined;
  /** Milliseconds before. */
  readonly delay: number;
  /** Milliseconds that it takes. */
  readonly duration: number;
}

const beginnings = { fade: { opacity: 0 }, slide: { translate: '0 120px' } };

/** Lets the element appear; until then nobody sees it, and the focus cannot go there. */
export function reveal(element: HTMLElement, { effect, delay, duration }: Reveal): void {
  if (!effect && !delay) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const beginning = effect && !isCalm ? beginnings[effect] : {};
  element.animate([{ visibility: 'hidden', ...beginning }, { visibility: 'visible' }], {
    delay,
    duration: effect && !isCalm ? duration : 1,
    easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
    fill: 'backwards',
  });
}
