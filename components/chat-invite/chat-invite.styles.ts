import { css } from 'lit';

export const styles = css`
  :host {
    position: fixed;
    inset-block-end: calc(max(var(--_block), env(safe-area-inset-bottom)) + var(--_above, 0px));
    inset-inline-end: max(var(--_inline), env(safe-area-inset-right));
    z-index: var(--_layer);
  }

  /* The launcher stays where it is, and the invitation stands above it. */
  :host([above-launcher]) {
    --_above: 72px;
  }

  .content {
    max-block-size: calc(100dvh - 2 * var(--_block) - var(--_above, 0px));
  }
`;
