/** Time, as far as waiting goes. */
interface WaitingClock<Timer> {
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): Timer;
  clearTimeout(timer: Timer | undefined): void;
}

/** What a visitor does who is there. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'wheel', 'touchstart'];

/** Calls back once the visitor has done nothing for so long. Returns how to stop waiting. */
export function whenIdle<Timer>(
  page: EventTarget,
  clock: WaitingClock<Timer>,
  milliseconds: number,
  callback: () => void,
): () => void {
  let last = clock.now();
  // Moves come by the hundred: they are noted, and the timer looks at the newest when it rings.
  const onSign = () => {
    last = clock.now();
  };
  const stop = () => {
    clock.clearTimeout(timer);
    for (const sign of signs) page.removeEventListener(sign, onSign, { capture: true });
  };
  const onTimer = () => {
    const rest = last + milliseconds - clock.now();
    if (rest > 0) {
      timer = clock.setTimeout(onTimer, rest);
      return;
    }
    stop();
    callback();
  };
  let timer = clock.setTimeout(onTimer, milliseconds);
  for (const sign of signs) page.addEventListener(sign, onSign, { capture: true, passive: true });
  return stop;
}
