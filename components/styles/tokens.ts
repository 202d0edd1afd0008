import { css } from 'lit';

/**
 * The design tokens, for the style sheet of the host. A page sets the public `--gwc-*` names, on the tag or anywhere
 * above it; elements read the private `--_*` names, which hold the defaults. `data-theme` forces `light` or `dark`;
 * without it the visitor's system decides.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;

    --_brand: var(--gwc-color-brand, #2450c8);
    /* White or black, whichever can be read on the brand's colour. */
    --_on-brand: var(--gwc-color-on-brand, oklch(from var(--_brand) clamp(0, (0.6 - l) * 1000, 1) 0 0));
    --_brand-strong: color-mix(in oklab, var(--_brand) 88%, #000);
    /* The brand's colour, dark or light enough to be read on the surface. */
    --_accent: var(
      --gwc-color-accent,
      light-dark(oklch(from var(--_brand) min(l, 0.5) c h), oklch(from var(--_brand) max(l, 0.76) c h))
    );
    --_surface: var(--gwc-color-surface, light-dark(#fff, #14171d));
    --_soft: var(--gwc-color-soft, light-dark(#f1f3f7, #232831));
    --_text: var(--gwc-color-text, light-dark(#171a21, #eceef3));
    --_muted: var(--gwc-color-muted, light-dark(#596172, #a5adbb));
    --_line: var(--gwc-color-line, light-dark(#e4e7ed, #2c323c));
    --_control: var(--gwc-color-control, light-dark(#838b9a, #757e8e));
    --_danger: var(--gwc-color-danger, light-dark(#b9202b, #ff9a9a));
    --_warning: var(--gwc-color-warning, light-dark(#7a4b00, #f3cf85));

    --_font: var(--gwc-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
    --_size: var(--gwc-font-size, 15px);
    --_radius: var(--gwc-radius, 20px);
    --_radius-bubble: var(--gwc-radius-bubble, 18px);
    --_radius-control: var(--gwc-radius-control, 12px);
    --_shadow: var(
      --gwc-shadow,
      0 1px 2px rgb(12 18 32 / 8%),
      0 8px 20px rgb(12 18 32 / 10%),
      0 24px 56px -8px rgb(12 18 32 / 22%)
    );
    --_speed: var(--gwc-speed, 180ms);
    --_ease: cubic-bezier(0.2, 0.8, 0.2, 1);
    --_block: var(--gwc-offset-block, 20px);
    --_inline: var(--gwc-offset-inline, 20px);
    --_layer: var(--gwc-z-index, 2147483000);
  }

  :host([data-theme='light']) {
    color-scheme: light;
  }

  :host([data-theme='dark']) {
    color-scheme: dark;
  }
`;
