import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding-block-end: 12px;
    text-align: center;
  }

  p {
    margin-block-end: 8px;
    color: var(--_danger);
    font-size: 0.9em;
  }

  .button[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }
`;
