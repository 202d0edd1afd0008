import { css } from 'lit';

/** Fields, switches and the boxes of code, as all panels of the page have them. */
export const controls = css`
  input:not([type='checkbox'], [type='color'], [type='range']),
  select,
  textarea {
    width: 100%;
    min-height: 2.5rem;
    padding: 0.4rem 0.7rem;
    border: 1px solid var(--control);
    border-radius: 0.55rem;
    background: var(--surface);
    color: var(--ink);
    font: inherit;
  }

  textarea {
    min-height: 4.5rem;
    font-family: var(--mono);
    font-size: 0.875rem;
    resize: vertical;
  }

  input[type='color'] {
    flex: none;
    width: 3rem;
    height: 2.5rem;
    padding: 0.2rem;
    border: 1px solid var(--control);
    border-radius: 0.55rem;
    background: var(--surface);
    cursor: pointer;
  }

  input[type='range'] {
    width: 100%;
    min-height: 2.5rem;
    margin: 0;
    accent-color: var(--accent);
  }

  input[type='checkbox'] {
    appearance: none;
    flex: none;
    width: 2.75rem;
    height: 1.5rem;
    margin: 0;
    border: 2px solid var(--control);
    border-radius: 1rem;
    background: radial-gradient(circle at center, var(--control) 0.5rem, transparent 0.54rem) -0.62rem center / 100%
      100% no-repeat;
    cursor: pointer;
    transition: background-position 120ms;
  }

  input[type='checkbox']:dir(rtl) {
    background-position-x: 0.62rem;
  }

  input[type='checkbox']:checked {
    border-color: var(--accent);
    background-color: var(--accent);
    background-image: radial-gradient(circle at center, var(--on-accent) 0.5rem, transparent 0.54rem);
    background-position-x: 0.62rem;
  }

  input[type='checkbox']:checked:dir(rtl) {
    background-position-x: -0.62rem;
  }

  @media (forced-colors: active) {
    input[type='checkbox'] {
      appearance: auto;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    input[type='checkbox'] {
      transition: none;
    }
  }

  code,
  pre {
    font-family: var(--mono);
    font-size: 0.875rem;
  }

  pre {
    margin: 0;
    padding: 0.9rem 1rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 0.6rem;
    background: var(--raised);
    line-height: 1.55;
    tab-size: 2;
  }

  h2 {
    font-size: 0.95rem;
  }

  .hint {
    color: var(--quiet);
    font-size: 0.875rem;
  }

  @media (pointer: coarse) {
    button,
    select,
    input:not([type='checkbox'], [type='radio']) {
      min-height: 2.75rem !important;
    }

    summary {
      padding-block: 0.75rem !important;
    }
  }
`;
