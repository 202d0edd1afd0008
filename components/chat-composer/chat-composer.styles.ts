import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 8px 12px 12px;
    padding-block-end: max(12px, env(safe-area-inset-bottom));
    background: var(--_surface);
  }

  .box {
    display: flex;
    align-items: flex-end;
    gap: 2px;
    padding: 3px;
    border: 1px solid var(--_control);
    border-radius: 26px;
    background: var(--_surface);
    transition: border-color var(--_speed);
  }

  .box:has(textarea:focus) {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }

  .box.invalid {
    border-color: var(--_danger);
    box-shadow: 0 0 0 1px var(--_danger);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    max-block-size: min(136px, 30dvh);
    padding-block: 10px;
    padding-inline: 16px 6px;
    border: 0;
    field-sizing: content;
  }

  textarea:focus {
    outline: none;
  }

  .send {
    flex: none;
    border-radius: 50%;
    background: var(--_brand);
    color: var(--_on-brand);
    transition:
      background-color var(--_speed),
      opacity var(--_speed);
  }

  .send:hover {
    background: var(--_brand-strong);
  }

  .send[aria-disabled='true'] {
    background: var(--_soft);
    color: var(--_muted);
    cursor: default;
  }

  .below {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding-inline: 16px;
    font-size: 0.867em;
  }

  .error {
    margin-block-start: 6px;
    color: var(--_danger);
  }

  .counter {
    margin-block-start: 6px;
    margin-inline-start: auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .box:has(textarea:focus) {
      outline: 2px solid;
    }

    .send {
      border-color: currentColor;
    }
  }
`;
