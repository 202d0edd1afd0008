import { css } from 'lit';

export const styles = css`
  :host {
    /* What the page sets for its own text ends here. */
    all: initial;
    color-scheme: inherit;
    position: fixed;
    inset-block-end: calc(max(var(--_block), env(safe-area-inset-bottom)) + var(--_above, 0px));
    inset-inline-end: max(var(--_inline), env(safe-area-inset-right));
    z-index: var(--_layer);
    display: block;
    inline-size: min(340px, 100vw - 2 * var(--_inline));
    border: 1px solid light-dark(transparent, var(--_line));
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font: var(--_size) / 1.45 var(--_font);
    text-align: start;
    animation: arrive var(--_speed) var(--_ease);
  }

  /* The launcher stays where it is, and the invitation stands above it. */
  :host([above-launcher]) {
    --_above: 72px;
  }

  .invite {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 12px;
    max-block-size: calc(100dvh - 2 * var(--_block) - var(--_above, 0px));
    padding: 18px;
    overflow: auto;
  }

  .icon {
    grid-row: span 2;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: var(--_brand);
    color: var(--_on-brand);
  }

  .title {
    align-self: center;
    font-size: 1.067em;
    font-weight: 650;
    line-height: 1.3;
  }

  .body {
    grid-column: 2;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .actions {
    grid-column: 1 / -1;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
