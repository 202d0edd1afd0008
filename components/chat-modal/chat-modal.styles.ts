import { css } from 'lit';

export const styles = css`
  dialog {
    /* What the page sets for its own text ends here. */
    all: initial;
    color-scheme: inherit;
    position: fixed;
    inset: 0;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    inline-size: min(480px, 100vw - 32px);
    block-size: fit-content;
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    overflow: hidden;
    border: 1px solid light-dark(transparent, var(--_line));
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font: var(--_size) / 1.45 var(--_font);
    text-align: start;
    animation: arrive var(--_speed) var(--_ease);
  }

  dialog:not([open]) {
    display: none;
  }

  dialog::backdrop {
    background: rgb(12 18 32 / 50%);
  }

  .text {
    flex: 1;
    min-block-size: 0;
    padding: 24px;
    overflow: auto;
    outline-offset: -2px;
    border-radius: inherit;
    overflow-wrap: anywhere;
  }

  .closable .text {
    padding-inline-end: 56px;
  }

  .text :is(h1, h2, h3, h4) {
    margin: 0 0 8px;
    font-size: 1.2em;
    line-height: 1.3;
  }

  .text p + p {
    margin-block-start: 10px;
  }

  .text a {
    color: var(--_accent);
  }

  .text img {
    max-inline-size: 100%;
  }

  .close {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    border-radius: 50%;
    color: var(--_muted);
  }
`;
