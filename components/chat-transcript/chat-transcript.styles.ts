import { css } from 'lit';

export const styles = css`
  /* What is written below it must not have it laid out or painted again. */
  :host {
    display: block;
    contain: content;
  }

  .log {
    block-size: 100%;
    overflow: hidden auto;
    overflow-wrap: anywhere;
    overscroll-behavior: contain;
  }

  /* What scrolls out fades, so that no bubble seems to hang from the title bar. */
  :host::before {
    position: absolute;
    inset: 0 0 auto;
    z-index: 1;
    block-size: 20px;
    background: linear-gradient(var(--_surface), transparent);
    pointer-events: none;
    content: '';
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .content {
    display: flex;
    flex-direction: column;
    min-block-size: 100%;
    padding: 16px 16px 12px;
  }

  .page {
    display: flow-root;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 6400px;
  }

  /* The newest pages are on screen, or about to be: their height has to be the true one. */
  .page:nth-last-child(-n + 2) {
    content-visibility: visible;
  }

  .date,
  .line {
    color: var(--_muted);
    font-size: 0.867em;
    font-weight: 400;
    text-align: center;
    text-wrap: balance;
  }

  .date {
    margin-block: 12px 16px;
    font-weight: 600;
  }

  .line {
    margin-block: 14px;
  }

  .empty {
    display: grid;
    gap: 6px;
    justify-items: center;
    margin: auto;
    padding: 24px;
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }

  .empty svg {
    box-sizing: content-box;
    inline-size: 30px;
    block-size: 30px;
    margin-block-end: 8px;
    padding: 17px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
    color: var(--_accent);
  }

  .empty h3 {
    color: var(--_text);
    font-size: 1.067em;
  }
`;
