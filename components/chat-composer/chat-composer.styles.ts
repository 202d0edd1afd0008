import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    padding: 8px 12px max(12px, env(safe-area-inset-bottom));
    background: var(--_surface);
  }

  .box {
    display: flex;
    align-items: flex-end;
    gap: 2px;
    padding: 3px;
    border: 1px solid var(--_control);
    border-radius: calc(2 * var(--_radius-control) + 2px);
    background: var(--_surface);
  }

  .box:has(textarea:focus),
  .invalid {
    border-color: var(--_edge, var(--_accent));
    box-shadow: 0 0 0 1px var(--_edge, var(--_accent));
  }

  .invalid {
    --_edge: var(--_danger);
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

  textarea:placeholder-shown {
    white-space: nowrap;
  }

  .send {
    flex: none;
    border-radius: calc(2 * var(--_radius-control) - 2px);
    background: var(--_brand);
    color: var(--_on-brand);
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
    gap: 12px;
    padding-inline: 16px;
    font-size: 0.867em;
  }

  .below p {
    margin-block-start: 6px;
  }

  .error {
    color: var(--_danger);
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
