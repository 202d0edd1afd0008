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
    gap: 2px;
  }

  .channel,
  .toggle {
    gap: 12px;
    min-block-size: 48px;
    min-inline-size: 48px;
    padding: 4px;
    border: 0;
    border-radius: 12px;
    background: none;
  }

  :host([expanded]) .channel {
    padding-inline-end: 14px;
  }

  :host(:not([expanded])) .words {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
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

    :host([expanded]) .bar {
      display: grid;
      grid-template: 'title toggle' 'channels channels' / 1fr auto;
      align-items: center;
    }

    .title {
      grid-area: title;
    }

    .toggle {
      grid-area: toggle;
    }

    ul {
      grid-area: channels;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
