import { css } from 'lit';

export const styles = css`
  .title {
    margin-block-end: 14px;
    font-size: 1.2em;
    font-weight: 650;
  }

  ul {
    gap: 8px;
    /* Below the button in the corner. */
    margin-inline-end: -32px;
  }

  .channel {
    gap: 14px;
    min-block-size: 60px;
    padding: 8px 14px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
  }
`;
