import { css } from 'lit';

/** A list of ways to get in touch: each a button with a picture, its name, and a line below it. */
export const channels = css`
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .channel {
    display: flex;
    align-items: center;
    inline-size: 100%;
    background: none;
    text-align: start;
  }

  .channel:enabled:hover {
    background: color-mix(in srgb, currentColor 9%, transparent);
  }

  .channel:disabled {
    cursor: default;
    opacity: 0.5;
  }

  .icon {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--_brand);
    color: var(--_on-brand);
  }

  .words {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .label {
    font-weight: 600;
  }

  .line {
    color: var(--_muted);
    font-size: 0.9em;
  }
`;
