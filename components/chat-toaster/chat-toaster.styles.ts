import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
  }

  .content {
    max-block-size: calc(100dvh - 2 * var(--_block) - var(--_above, 0px));
  }

  .title,
  .body {
    grid-column: 1 / -1;
  }

  .title span {
    display: block;
  }

  .icon ~ .title,
  .icon ~ .body {
    grid-column: 2;
  }

  /* The title makes room for the button in the corner. */
  .closable .title,
  .closable :not(.title) + .body,
  .closable .body:first-child {
    padding-inline-end: 26px;
  }

  .body :is(h1, h2, h3, h4, h5, h6) {
    color: var(--_text);
    font-size: 1.067em;
  }

  .body a {
    color: var(--_accent);
  }

  .body img {
    max-inline-size: 100%;
  }

  .close {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    border-radius: 50%;
    color: var(--_muted);
  }
`;
