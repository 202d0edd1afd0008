import { css } from 'lit';

export const styles = css`
  /* All of the window above the message box, where it lets everything through but the picker. */
  :host {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: flex;
    align-items: flex-end;
    justify-content: flex-end;
    padding: 8px 12px 0;
    pointer-events: none;
  }

  .picker {
    display: flex;
    flex-direction: column;
    inline-size: min(400px, 100%);
    block-size: min(360px, 100%);
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: 16px;
    background: var(--_surface);
    box-shadow: 0 4px 24px rgb(12 18 32 / 16%);
    pointer-events: auto;
    animation: arrive var(--_speed) var(--_ease);
  }

  .top {
    display: flex;
    flex: none;
    gap: 6px;
    padding: 8px 8px 4px;
  }

  input,
  select {
    block-size: 44px;
    border-color: var(--_control);
  }

  input {
    flex: 1;
    min-inline-size: 0;
    padding-inline: 14px;
    appearance: none;
  }

  input:focus-visible {
    border-color: var(--_accent);
    outline-offset: -2px;
  }

  ::-webkit-search-cancel-button {
    display: none;
  }

  select,
  .group,
  .emoji {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--_font);
  }

  select {
    inline-size: 52px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font-size: 20px;
    text-align: center;
    text-align-last: center;
    appearance: none;
    cursor: pointer;
  }

  .groups {
    display: flex;
    flex: none;
    padding-inline: 8px;
    overflow-x: auto;
    border-block-end: 1px solid var(--_line);
    scrollbar-width: none;
  }

  .group,
  .emoji {
    display: flex;
    align-items: center;
    justify-content: center;
    min-inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    line-height: 1;
  }

  .group {
    flex: 1 0 44px;
    border-block-end: 2px solid transparent;
    font-size: 18px;
    filter: grayscale(1);
    opacity: 0.7;
  }

  .group[aria-selected='true'] {
    border-color: var(--_accent);
    filter: none;
    opacity: 1;
  }

  .shown {
    display: flex;
    flex: 1;
    min-block-size: 0;
  }

  .grid {
    flex: 1;
    min-block-size: 0;
    padding: 4px 8px 8px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_control) transparent;
  }

  .row {
    display: grid;
    grid-template-columns: repeat(var(--_columns, 4), 1fr);
  }

  .emoji {
    min-inline-size: 0;
    border-radius: 10px;
    font-size: 24px;
  }

  .emoji:hover,
  .group:hover,
  select:hover {
    background: var(--_soft);
  }

  .emoji:focus-visible,
  .group:focus-visible {
    outline-offset: -2px;
  }

  .none {
    margin: auto;
    padding: 16px;
    color: var(--_muted);
  }

  @media (forced-colors: active) {
    .picker,
    select {
      border-color: CanvasText;
    }

    .group[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
