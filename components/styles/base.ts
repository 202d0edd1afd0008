import { css } from 'lit';

/** What every element of the window starts from: one box model, one focus ring, one set of buttons, calm when asked to be. */
export const base = css`
  *,
  :host {
    box-sizing: border-box;
  }

  [hidden],
  :host([hidden]) {
    display: none !important;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  h2,
  h3,
  p {
    margin: 0;
    font-size: inherit;
  }

  input,
  textarea {
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_text);
    /* Below 16px, phones zoom into the field. */
    font: max(16px, 1em) / 1.5 var(--_font);
    resize: none;
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  svg {
    display: block;
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .button,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 0 18px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: none;
    font-weight: 600;
    transition: background-color var(--_speed);
  }

  .button:hover,
  .icon-button:hover {
    background: color-mix(in srgb, currentColor 9%, transparent);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_brand);
    color: var(--_on-brand);
  }

  .button.primary:hover {
    background: var(--_brand-strong);
  }

  .icon-button {
    inline-size: 44px;
    padding: 0;
    border-color: transparent;
  }

  /* A button within text. */
  .link {
    min-block-size: 32px;
    padding: 0 6px;
    border: 0;
    border-radius: 6px;
    background: none;
    text-decoration: underline;
    text-underline-offset: 3px;
    white-space: nowrap;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-block-start: 12px;
  }

  .actions .button {
    flex: 1;
    white-space: nowrap;
  }

  .actions .primary {
    flex: 2;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    :host {
      animation: none !important;
      transition: none !important;
    }
  }
`;
