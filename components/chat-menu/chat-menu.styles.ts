import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
    color: var(--_text);
    --_accent: var(--_menu-accent);
  }

  .menu,
  .status {
    position: absolute;
    z-index: 2;
    border: 1px solid light-dark(transparent, var(--_line));
    /* In the dark, what lies above is lighter, as a shadow cannot be seen. */
    background: light-dark(var(--_surface), color-mix(in oklab, var(--_surface), #fff 5%));
    box-shadow: var(--_shadow);
    color: var(--_text);
  }

  .menu {
    inset-block-start: 58px;
    inset-inline-end: 10px;
    min-inline-size: 230px;
    max-inline-size: calc(100% - 20px);
    max-block-size: calc(100% - 70px);
    padding: 6px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    border-radius: calc(var(--_radius-control) + 4px);
    animation: unfold var(--_speed) var(--_ease);
  }

  button {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 6px 12px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    text-align: start;
    overflow-wrap: anywhere;
  }

  button:hover,
  button:focus {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }

  button:focus-visible {
    outline-offset: -2px;
  }

  button svg {
    color: var(--_muted);
  }

  /* Items of the site line up with ours, which have an icon. */
  .plain {
    padding-inline-start: calc(24px + 1.25em);
  }

  [aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
    opacity: 0.7;
  }

  hr {
    margin: 6px 12px;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }

  .status {
    inset-block-start: 92px;
    inset-inline: 16px;
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 9px 16px;
    border-radius: 22px;
    font-size: 0.933em;
    animation: arrive var(--_speed) var(--_ease);
  }

  @keyframes unfold {
    from {
      opacity: 0;
      translate: 0 -6px;
    }
  }

  @media (forced-colors: active) {
    .menu,
    .status {
      border-color: CanvasText;
    }

    button:focus {
      outline: 2px solid Highlight;
    }
  }
`;
