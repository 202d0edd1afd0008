import { css } from 'lit';

/** Colours are mixed from that of the bubble's text, so that they fit both sides. */
export const styles = css`
  :host {
    display: block;
    inline-size: 272px;
    max-inline-size: 100%;
  }

  .row {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
  }

  .tile {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 11px;
    background: color-mix(in srgb, currentColor 11%, transparent);
  }

  .tile svg {
    inline-size: 22px;
    block-size: 22px;
    stroke-width: 1.7;
  }

  .what {
    flex: 1;
    min-inline-size: 0;
  }

  .name {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .details {
    margin-block-start: 1px;
    font-size: 0.867em;
    line-height: 1.35;
    opacity: 0.86;
  }

  .details:empty {
    display: none;
  }

  .icon-button {
    flex: none;
    margin-inline-start: -6px;
    color: inherit;
  }

  .icon-button + .icon-button {
    margin-inline-start: -10px;
  }

  .icon-button[aria-busy] svg {
    animation: wait 0.9s ease-in-out infinite alternate;
  }

  .icon-button:focus-visible {
    outline-color: currentColor;
    outline-offset: -4px;
  }

  .ring {
    rotate: -90deg;
  }

  .tile .ring {
    inline-size: 26px;
    block-size: 26px;
    stroke-width: 3.6;
  }

  .ring .track {
    opacity: 0.22;
  }

  .ring .done {
    transition: stroke-dasharray var(--_speed);
  }

  .removed .name {
    text-decoration: line-through;
    font-weight: 400;
  }

  .removed .tile {
    opacity: 0.7;
  }

  .image {
    display: grid;
    place-items: center;
    margin-block-end: 6px;
    overflow: hidden;
    aspect-ratio: 4 / 3;
    border-radius: calc(var(--_radius-bubble) - 7px);
    background: color-mix(in srgb, currentColor 8%, transparent);
  }

  .image svg {
    inline-size: 34px;
    block-size: 34px;
    opacity: 0.4;
    stroke-width: 1.5;
  }

  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    animation: arrive-softly calc(var(--_speed) * 1.5);
  }

  @keyframes arrive-softly {
    from {
      opacity: 0;
    }
  }

  @keyframes wait {
    to {
      opacity: 0.35;
    }
  }

  @media (forced-colors: active) {
    .tile,
    .image {
      border: 1px solid;
    }
  }
`;
