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
    font: 600 16px/1 var(--_font);
  }

  /* Its own words are on their way; a moment later those that it has are better than no launcher. */
  :host([waiting]) {
    animation: waiting 1s;
  }

  @keyframes waiting {
    from,
    to {
      visibility: hidden;
    }
  }

  :host([hidden]),
  :host([expanded]) {
    display: none;
  }

  button {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 56px;
    padding-block: 0;
    padding-inline: 18px 22px;
    border: 1px solid transparent;
    border-radius: 28px;
    background: var(--_brand);
    box-shadow: var(--_shadow);
    color: var(--_on-brand);
    font: inherit;
    cursor: pointer;
    transition:
      background-color var(--_speed),
      translate var(--_speed) var(--_ease);
  }

  button:hover {
    background: var(--_brand-strong);
    translate: 0 -2px;
  }

  /* Two rings: one of them stands out from any page. */
  button:focus-visible {
    outline: 3px solid var(--_brand);
    outline-offset: 3px;
    box-shadow: 0 0 0 3px #fff;
  }

  svg,
  ::slotted(*) {
    inline-size: 26px;
    block-size: 26px;
  }

  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .badge {
    position: absolute;
    inset-block-start: -6px;
    inset-inline-end: -4px;
    box-sizing: border-box;
    min-inline-size: 24px;
    padding: 0 5px;
    border: 2px solid #fff;
    border-radius: 12px;
    background: #b9202b;
    color: #fff;
    font-size: 12px;
    line-height: 20px;
    text-align: center;
  }

  .unread {
    position: absolute;
    overflow: hidden;
    clip-path: inset(50%);
    inline-size: 1px;
    white-space: nowrap;
  }

  @media print {
    :host {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
    }
  }
`;
