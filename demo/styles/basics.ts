import { css } from 'lit';

/** What each shadow root needs: box sizes, focus, buttons, and text for screen readers alone. */
export const basics = css`
  :host {
    box-sizing: border-box;
  }

  :host([hidden]) {
    display: none;
  }

  /* Not inherited: inside of details, the browser's own slot would be in between. */
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p {
    margin: 0;
  }

  a {
    color: var(--accent);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: 2.25rem;
    padding: 0.35rem 0.9rem;
    border: 1px solid var(--line);
    border-radius: 0.55rem;
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }

  button:hover,
  .button:hover {
    background: var(--raised);
  }

  button.primary,
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  button.primary:hover,
  .button.primary:hover {
    background: var(--accent-strong);
  }

  button.danger {
    color: var(--danger);
  }

  button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  .quiet {
    color: var(--quiet);
  }

  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonBorder;
    }
  }
`;
