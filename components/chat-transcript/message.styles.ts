import { css } from 'lit';

/** How one entry of the transcript looks. */
export const messageStyles = css`
  .message {
    position: relative;
    display: grid;
    justify-items: start;
    margin-block-start: 3px;
    padding-inline: 40px 12px;
  }

  .first {
    margin-block-start: 16px;
  }

  .own {
    justify-items: end;
    padding-inline: 0;
  }

  .page:last-child .message:last-child,
  .typing {
    animation: arrive var(--_speed) var(--_ease);
  }

  .avatar {
    position: absolute;
    inset-block-end: 22px;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_accent) 16%, var(--_surface));
    color: var(--_accent);
    font-size: 11px;
    font-weight: 700;
    letter-spacing: 0.03em;
  }

  .name {
    margin-block-end: 4px;
    margin-inline-start: 4px;
    color: var(--_muted);
    font-size: 0.867em;
    font-weight: 600;
  }

  .bubble {
    max-inline-size: min(100%, 34em);
    padding: 9px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius-bubble);
    border-end-start-radius: 6px;
    background: var(--_soft);
  }

  .theirs:not(.first) .bubble {
    border-start-start-radius: 6px;
  }

  .own .bubble {
    max-inline-size: 80%;
    border-end-start-radius: var(--_radius-bubble);
    border-end-end-radius: 6px;
    background: var(--_brand);
    color: var(--_on-brand);
  }

  .own:not(.first) .bubble {
    border-start-end-radius: 6px;
  }

  .text {
    display: block;
    white-space: pre-wrap;
  }

  /* A time keeps its own order between words of another direction. */
  time {
    unicode-bidi: isolate;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    justify-content: end;
    min-block-size: 20px;
    margin-inline: 4px;
    color: var(--_muted);
    font-size: 0.8em;
    line-height: 20px;
  }

  .meta svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .typing .bubble {
    display: flex;
    gap: 5px;
    align-items: center;
    block-size: 40px;
  }

  .typing .avatar {
    inset-block-end: 0;
  }

  .dot {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_muted);
    animation: bounce 1.2s infinite;
  }

  .dot:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dot:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes bounce {
    30% {
      translate: 0 -4px;
    }

    0%,
    60% {
      translate: 0 0;
    }
  }

  @media (forced-colors: active) {
    .dot {
      background: CanvasText;
    }
  }
`;
