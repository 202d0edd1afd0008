import { css } from 'lit';

export const styles = css`
  :host {
    z-index: 1;
    display: block;
    flex: none;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    animation: drop var(--_speed) var(--_ease);
  }

  .bar {
    display: flex;
    align-items: center;
    padding-block: 8px;
    padding-inline: 12px 6px;
  }

  .field {
    position: relative;
    display: flex;
    flex: 1;
    align-items: center;
    min-inline-size: 0;
    margin-inline-end: 4px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
  }

  .field:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .field svg {
    margin-inline-start: 12px;
    color: var(--_muted);
  }

  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 0 10px;
    border: 0;
    appearance: none;
  }

  input:focus-visible {
    outline: none;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .count {
    flex: none;
    padding-inline-end: 12px;
    color: var(--_muted);
    font-size: 0.867em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .icon-button {
    flex: none;
  }

  .icon-button[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
    opacity: 0.6;
  }

  .nothing {
    padding-block-end: 10px;
    padding-inline: 24px;
    color: var(--_muted);
    font-size: 0.933em;
  }

  @keyframes drop {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }
`;
