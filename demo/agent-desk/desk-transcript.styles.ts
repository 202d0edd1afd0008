import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
  }

  .scroller {
    display: flex;
    flex-direction: column;
    height: 100%;
    padding: 1rem;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
  }

  [role='log'] {
    display: flex;
    flex-direction: column;
    gap: 0.2rem;
    /* A short conversation stands above the composer, as a long one does. */
    margin-top: auto;
  }

  .note {
    margin: 0.6rem auto;
    color: var(--quiet);
    font-size: 0.85rem;
    text-align: center;
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    align-self: flex-end;
    max-width: min(36rem, 85%);
  }

  .message.visitor,
  .typing {
    align-items: flex-start;
    align-self: flex-start;
  }

  .message.first {
    margin-top: 0.7rem;
  }

  .author {
    padding: 0 0.3rem 0.2rem;
    color: var(--quiet);
    font-size: 0.8rem;
  }

  .bubble {
    max-width: 100%;
    padding: 0.5rem 0.8rem;
    border-radius: 1rem;
    background: var(--bubble-agent);
    color: var(--on-bubble-agent);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .bubble a {
    color: inherit;
  }

  .visitor .bubble {
    background: var(--bubble-visitor);
    color: var(--ink);
  }

  .sending .bubble {
    opacity: 0.75;
  }

  .failed .bubble {
    border: 1px solid var(--danger);
    background: var(--surface);
    color: var(--ink);
  }

  .fate {
    padding: 0.2rem 0.3rem;
    color: var(--quiet);
    font-size: 0.8rem;
  }

  .failed .fate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.5rem;
    color: var(--danger);
  }

  .typing {
    display: flex;
    flex-direction: column;
    max-width: min(36rem, 85%);
    margin-top: 0.7rem;
  }

  .typing[hidden] {
    display: none;
  }

  .typing .bubble {
    border: 1px dashed var(--quiet);
    background: none;
    color: var(--quiet);
    font-style: italic;
  }

  .dots {
    display: inline-flex;
    gap: 0.25rem;
    padding: 0.35rem 0;
  }

  .dots i {
    width: 0.4rem;
    height: 0.4rem;
    border-radius: 50%;
    background: currentcolor;
    animation: breathe 1.2s infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.2s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.4s;
  }

  @keyframes breathe {
    50% {
      opacity: 0.25;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid;
    }
  }
`;
