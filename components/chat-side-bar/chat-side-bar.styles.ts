import { css } from 'lit';

export const styles = css`
  :host {
    /* What the page sets for its own text ends here. */
    all: initial;
    color-scheme: inherit;
    position: fixed;
    inset-block: 0;
    z-index: var(--_layer);
    display: grid;
    align-items: center;
    font: var(--_size) / 1.35 var(--_font);
    color: var(--_text);
    pointer-events: none;
  }

  :host([position='right']) {
    right: env(safe-area-inset-right);
    --_corners: 16px 0 0 16px;
  }

  :host([position='left']) {
    left: env(safe-area-inset-left);
    --_corners: 0 16px 16px 0;
  }

  .bar {
    max-inline-size: min(300px, 100vw - 24px);
    max-block-size: calc(100dvh - 24px);
    padding: 6px;
    overflow: auto;
    border: 1px solid light-dark(transparent, var(--_line));
    border-radius: var(--_corners);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    pointer-events: auto;
  }

  .title,
  .toggle {
    display: none;
  }

  :host([expanded]) .bar {
    inline-size: max-content;
  }

  :host([expanded]) .title {
    display: block;
    padding: 8px 10px 6px;
    font-size: 1.067em;
    font-weight: 650;
  }

  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .channel,
  .toggle {
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    min-inline-size: 48px;
    padding: 4px;
    border: 0;
    border-radius: 12px;
    background: none;
  }

  .channel {
    display: flex;
    inline-size: 100%;
    text-align: start;
  }

  :host([expanded]) .channel {
    padding-inline-end: 14px;
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

  :host(:not([expanded])) .words {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .label {
    font-weight: 600;
  }

  .line {
    color: var(--_muted);
    font-size: 0.9em;
  }

  .badge {
    position: absolute;
    inset-block-start: -5px;
    inset-inline-end: -5px;
    min-inline-size: 22px;
    padding: 0 4px;
    border: 2px solid var(--_surface);
    border-radius: 11px;
    background: #b9202b;
    color: #fff;
    font-size: 11px;
    font-weight: 600;
    line-height: 18px;
    text-align: center;
  }

  @media (max-width: 600px) {
    .toggle {
      position: relative;
      display: grid;
      place-items: center;
    }

    .toggle .badge {
      inset-block-start: 2px;
      inset-inline-end: 2px;
    }

    :host(:not([expanded])) ul {
      display: none;
    }

    :host([expanded]) .toggle {
      float: inline-end;
    }

    :host([expanded]) .title {
      padding-block-start: 14px;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
