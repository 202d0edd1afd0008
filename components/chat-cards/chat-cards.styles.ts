import { css } from 'lit';

/** Cards in a row that snaps; one alone is as wide as there is room for. */
export const styles = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
  }

  .list {
    display: flex;
    gap: 10px;
    /* To the window's edge, where the next card shows that there is one. */
    margin: 0;
    margin-inline-end: -28px;
    padding: 2px 2px 6px;
    padding-inline-end: 28px;
    overflow-x: auto;
    list-style: none;
    overscroll-behavior-inline: contain;
    scroll-padding-inline: 2px;
    scroll-snap-type: inline mandatory;
    scrollbar-width: thin;
    scrollbar-color: var(--_line) transparent;
  }

  .card {
    display: flex;
    flex: none;
    flex-direction: column;
    overflow: hidden;
    inline-size: 280px;
    max-inline-size: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-bubble);
    background: var(--_surface);
    scroll-snap-align: start;
  }

  .list .card {
    inline-size: 228px;
    max-inline-size: 88%;
  }

  img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 10;
    background: var(--_soft);
    object-fit: cover;
  }

  .words {
    flex: 1;
    padding: 11px 14px 12px;
  }

  .title {
    font-weight: 600;
    line-height: 1.35;
  }

  .description {
    margin-block-start: 3px;
    color: var(--_muted);
    font-size: 0.933em;
    line-height: 1.42;
  }

  .offers {
    border-block-start: 1px solid var(--_line);
  }

  .offer {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 14px;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    transition: background-color var(--_speed);
  }

  .offer + .offer {
    border-block-start: 1px solid var(--_line);
  }

  .offer:hover {
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
  }

  .offer:focus-visible {
    border-radius: 8px;
    outline-offset: -4px;
  }

  .offer svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .plain {
    display: inline;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }

  .leaf {
    display: flex;
    gap: 2px;
    justify-content: end;
    color: var(--_muted);
  }

  .leaf svg:dir(rtl) {
    scale: -1 1;
  }

  @media (forced-colors: active) {
    .offer {
      color: LinkText;
    }
  }
`;
