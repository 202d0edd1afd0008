/** What is looked for in a page, as code that runs inside it; each gives a line for whatever is not as it should be. */

const tools = `
  const below = function* (root) {
    for (const each of root.querySelectorAll('*')) {
      yield each;
      if (each.shadowRoot) yield* below(each.shadowRoot);
    }
  };
  const all = [...below(document.querySelector('genesys-webchat').shadowRoot)];
  const isSeen = (each) => {
    if (!(each instanceof HTMLElement)) return false;
    const { width, height } = each.getBoundingClientRect();
    return width > 1 && height > 1 && each.checkVisibility({ visibilityProperty: true });
  };
  const name = (each) => each.localName + '.' + each.part + '.' + each.className;
  const scrollers = (each) => {
    const around = [];
    for (let up = each; up; up = up.assignedSlot ?? up.parentElement ?? up.getRootNode().host) around.push(up);
    return around;
  };
  const targets = all.filter((each) => each.matches('button, a[href], input:not([type=hidden]), select, textarea') && isSeen(each));`;

const inPage = (code: string): string => `(() => { ${tools} ${code} })()`;

/** What makes the page, or something in it that is not meant to be moved sideways, scroll sideways. */
export const overflowing = inPage(`
  const sideways = all.filter((each) => each.scrollWidth > each.clientWidth + 1 && isSeen(each)
    && ['auto', 'scroll'].includes(getComputedStyle(each).overflowX) && !each.matches('.list, .groups, .table, textarea'));
  const isWide = document.documentElement.scrollWidth > innerWidth;
  return [...(isWide ? ['page'] : []), ...sideways.map(name)];`);

/** Controls of which a part lies beyond the edge of the screen, and cannot be scrolled to. */
export const clipped = inPage(`
  return targets.filter((each) => {
    const { left, right } = each.getBoundingClientRect();
    const isOut = left < -1 || right > innerWidth + 1;
    return isOut && !scrollers(each).some((up) => up.matches('.list, .groups, .table'));
  }).map(name);`);

/**
 * Text that is cut off: boxes that hide what does not fit into them. Names and captions that end in three dots by design,
 * and what only screen readers get, aside.
 */
export const cutOff = inPage(`
  const hides = (each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowY) || ['hidden', 'clip'].includes(getComputedStyle(each).overflowX);
  const isSpoken = (each) => each.matches('.visually-hidden');
  const isShortened = (each) => getComputedStyle(each).textOverflow === 'ellipsis' || getComputedStyle(each).webkitLineClamp !== 'none';
  const boxes = all.filter((each) => isSeen(each) && hides(each) && !isSpoken(each) && !isShortened(each) && each.innerText?.trim());
  const cut = boxes.filter((each) => each.scrollHeight > each.clientHeight + 2 && getComputedStyle(each).overflowY !== 'auto'
    || each.scrollWidth > each.clientWidth + 2 && !['auto', 'scroll'].includes(getComputedStyle(each).overflowX));
  const buttons = all.filter((each) => each.matches('.button, .icon-button, label, h2, h3') && isSeen(each) && !isShortened(each)
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 4));
  return [...cut, ...buttons].map((each) => name(each) + ' ' + each.scrollWidth + '/' + each.clientWidth + ' ' + each.scrollHeight + '/' + each.clientHeight);`);

/** Controls that lie above or below the screen, and in nothing that scrolls there. */
export const outOfReach = inPage(`
  return targets.filter((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    if (top >= -1 && bottom <= innerHeight + 1) return false;
    return !scrollers(each).some((up) => up instanceof Element && ['auto', 'scroll'].includes(getComputedStyle(up).overflowY));
  }).map(name);`);

/** Targets under 44 pixels that are buttons or fields, and others under 24; links and buttons in a line of text aside. */
export const smallTargets = inPage(`
  return targets.flatMap((each) => {
    const { width, height } = each.getBoundingClientRect();
    const { display } = getComputedStyle(each);
    if (each.localName === 'a' && display === 'inline') return [];
    // What a label makes larger is as large as both.
    const isSmall = each.matches('.link, .plain, [type=checkbox]');
    const least = isSmall ? 22 : 44;
    return width < (isSmall ? 22 : 40) || height < least ? [name(each) + ' ' + width + ' x ' + height] : [];
  });`);

/** What moves, or is about to. */
export const moving = inPage(`
  return all.filter((each) => each.getAnimations().length > 0).map(name);`);

/** Controls and bubbles that nothing sets off from what is around them: no frame and no ground of their own. */
export const unframed = inPage(`
  const isFramed = (each) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, borderBottomWidth } = getComputedStyle(each);
    return parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none' && borderTopColor !== 'rgba(0, 0, 0, 0)';
  };
  const kinds = '.button, .bubble, .box, genesys-chat-invite, input:not([type=checkbox]), select, .send, .reply, .card, .picker, .menu, .confirm';
  return all.filter((each) => each.matches(kinds) && isSeen(each) && !isFramed(each)
    && !scrollers(each).slice(1).some((up) => up.matches?.('.box, .field')))
    .map(name);`);

/** Controls that show no outline, and nothing in its place, when they have the focus. */
export const faint = inPage(`
  const outlined = (each) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && outlineColor !== 'rgba(0, 0, 0, 0)';
  };
  return targets.filter((each) => {
    // One that has the focus since a click shows it no more than the click did.
    each.blur();
    each.focus({ focusVisible: true });
    // What cannot have the focus now is behind a question.
    if (!each.matches(':focus')) return false;
    return ![each, ...scrollers(each).slice(1, 3)].some(outlined);
  }).map(name);`);
