import { css } from 'lit';

/** Colours and measures, inherited by every element of a page. */
export const theme = css`
  :host {
    color-scheme: light dark;
    --ground: #eef0f6;
    --surface: #ffffff;
    --raised: #f6f7fb;
    --ink: #1b1f33;
    --quiet: #565d78;
    --line: #dcdfeb;
    --control: #7d849e;
    --accent: #3a45a8;
    --accent-strong: #2c3587;
    --on-accent: #ffffff;
    --accent-soft: #e7e9fa;
    --alert: #8a4b00;
    --alert-soft: #fff1d9;
    --danger: #b3261e;
    --good: #17653f;
    --bubble-visitor: #eceef6;
    --bubble-agent: #3a45a8;
    --on-bubble-agent: #ffffff;
    --radius: 0.75rem;
    --mono: ui-monospace, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    --text: 0.9375rem/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --ground: #0f1220;
      --surface: #171b2d;
      --raised: #1f2439;
      --ink: #e9ebf7;
      --quiet: #a5acc8;
      --line: #2d3350;
      --control: #8088a8;
      --accent: #a5affb;
      --accent-strong: #c3caff;
      --on-accent: #12163a;
      --accent-soft: #262c50;
      --alert: #ffc978;
      --alert-soft: #35290f;
      --danger: #ff9b93;
      --good: #6fd6a2;
      --bubble-visitor: #262c44;
      --bubble-agent: #3d489f;
      --on-bubble-agent: #ffffff;
    }
  }
`;
