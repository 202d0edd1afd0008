import { css } from 'lit';

export const styles = css`
  :host {
    /* What the page sets for its own text ends here. */
    all: initial;
    color-scheme: inherit;
    position: fixed;
    inset-block-end: max(var(--_block), env(safe-area-inset-bottom));
    inset-inline-end: max(var(--_inline), env(safe-area-inset-right));
    z-index: var(--_layer);
    display: flex;
    flex-flow: row-reverse wrap-reverse;
    align-items: flex-end;
    gap: 12px;
    max-inline-size: calc(100vw - 2 * var(--_inline));
    padding-inline-end: var(--_beside, 0);
    font: var(--_size) / 1.45 var(--_font);
    /* The page is to be used between what stands here. */
    pointer-events: none;
  }

  .edge {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 12px;
    min-inline-size: var(--_launcher, 0);
    padding-block-end: var(--_above, 0);
  }

  ::slotted(*) {
    pointer-events: auto;
  }

  @media (max-width: 600px) {
    :host {
      flex-flow: column-reverse nowrap;
    }
  }

  /* Over a window that fills the screen there is room for what has something to say alone, below the title bar. */
  :host([covered]) {
    --_block: 50px;
    inset-block: calc(78px + env(safe-area-inset-top)) auto;
    padding-inline-end: 0;
  }

  :host([covered]) slot:not([name='toaster']) {
    display: none;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
