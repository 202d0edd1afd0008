import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    flex: none;
    max-block-size: 72%;
    padding: 18px 20px;
    padding-block-end: max(18px, env(safe-area-inset-bottom));
    overflow: hidden auto;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
    text-align: center;
    text-wrap: balance;
    animation: arrive var(--_speed) var(--_ease);
  }

  h3:focus {
    outline: none;
  }

  h3 {
    margin-block-end: 2px;
    font-size: 1.067em;
  }

  .muted {
    color: var(--_muted);
  }

  .summary {
    margin-block-start: 6px;
  }

  .save {
    margin-block-start: 6px;
    border-color: transparent;
    color: var(--_accent);
  }

  .survey {
    margin-block-start: 12px;
    padding: 14px;
    border-radius: var(--_radius-control);
    background: var(--_soft);
    font-size: 0.933em;
    font-weight: 600;
  }

  .draft {
    display: block;
    margin-block-start: 12px;
    color: var(--_muted);
    font-size: 0.9em;
    text-align: start;
    text-wrap: wrap;
  }

  .draft textarea {
    display: block;
    inline-size: 100%;
    margin-block-start: 4px;
    padding: 8px 14px;
    border-color: var(--_line);
    background: var(--_soft);
  }
`;
