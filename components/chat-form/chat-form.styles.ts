import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 100%;
    padding: 20px 20px max(20px, env(safe-area-inset-bottom));
  }

  .intro {
    color: var(--_muted);
  }

  .summary {
    padding: 10px 14px;
    border: 1px solid color-mix(in oklab, var(--_danger) 35%, var(--_surface));
    border-radius: var(--_radius-control);
    background: color-mix(in oklab, var(--_danger) 8%, var(--_surface));
    color: var(--_danger);
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(max(9em, 34%), 100%), 1fr));
    gap: 14px 12px;
  }

  .wide {
    grid-column: 1 / -1;
  }

  label {
    display: block;
    margin-block-end: 6px;
    font-size: 0.9em;
    font-weight: 600;
  }

  input {
    inline-size: 100%;
    min-block-size: 46px;
    padding: 0 14px;
  }

  input:focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  .actions {
    margin-block-start: auto;
  }

  .spinner {
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }

  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
`;
