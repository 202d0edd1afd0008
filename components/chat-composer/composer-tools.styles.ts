import { css } from 'lit';

export const styles = css`
  /* Its buttons stand beside those of the message box. */
  :host {
    display: contents;
  }

  .icon-button {
    flex: none;
    border-radius: 50%;
    color: var(--_muted);
  }

  .icon-button:hover,
  .icon-button[aria-expanded='true'] {
    color: var(--_text);
  }

  .icon-button[aria-expanded='true'] {
    background: var(--_soft);
  }

  .icon-button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  /* Covers the window, which is what it is placed in. */
  .drop {
    position: absolute;
    inset: 0;
    z-index: 2;
    display: grid;
    padding: 12px;
    background: color-mix(in oklab, var(--_surface) 88%, transparent);
  }

  .drop p {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    padding: 24px;
    border: 2px dashed var(--_accent);
    border-radius: calc(var(--_radius) - 8px);
    background: color-mix(in oklab, var(--_accent) 8%, transparent);
    color: var(--_accent);
    font-weight: 600;
    text-align: center;
  }

  .drop svg {
    inline-size: 32px;
    block-size: 32px;
  }
`;
