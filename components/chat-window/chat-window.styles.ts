import { css } from 'lit';

export const styles = css`
  :host {
    /* What the page sets for its own text ends here. */
    all: initial;
    color-scheme: inherit;
    position: fixed;
    inset-block-end: var(--_block);
    inset-inline-end: var(--_inline);
    z-index: var(--_layer);
    display: block;
    inline-size: min(var(--gwc-window-width, 384px), 100vw - 2 * var(--_inline));
    block-size: var(--gwc-window-height, 640px);
    max-block-size: calc(100dvh - 2 * var(--_block));
    overflow: hidden;
    border: 1px solid light-dark(transparent, var(--_line));
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font: var(--_size) / 1.45 var(--_font);
    text-align: start;
    animation: arrive var(--_speed) var(--_ease);
  }

  .window,
  .content {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  .window:focus {
    outline: none;
  }

  /* A sheet that lies on the title bar. */
  .sheet {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    margin-block-start: -16px;
    overflow: hidden;
    border-radius: min(16px, var(--_radius)) min(16px, var(--_radius)) 0 0;
    background: var(--_surface);
  }

  .stage {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .covered > :not(genesys-chat-overlay) {
    visibility: hidden;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    padding: 8px 18px;
    padding-inline-end: 6px;
    border-block-end: 1px solid var(--_line);
    background: color-mix(in oklab, var(--_tint) 14%, var(--_surface));
    color: var(--_tone);
    font-size: 0.9em;
    line-height: 1.35;
    --_tone: var(--_warning);
    --_tint: #ffb300;
  }

  .notice.danger {
    --_tone: var(--_danger);
    --_tint: var(--_danger);
  }

  .notice p {
    flex: 1;
  }

  genesys-chat-form,
  genesys-chat-transcript {
    flex: 1;
    min-block-size: 0;
  }

  /* The whole screen, with what phones have at its edges. */
  :host([mobile]) {
    inset: var(--_visible-top, 0) 0 auto;
    inline-size: auto;
    block-size: var(--_visible-height, 100dvh);
    max-block-size: none;
    padding-block-start: env(safe-area-inset-top);
    padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
    border: 0;
    border-radius: 0;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
