import { css } from 'lit';

/** A card that stands by itself at the edge of the page, with a picture, a title, a sentence and buttons. */
export const card = css`
  :host {
    /* What the page sets for its own text ends here. */
    all: initial;
    color-scheme: inherit;
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

  .content {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 12px;
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
    grid-column: 2;
    align-self: center;
    font-size: 1.067em;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
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
