import { css } from 'lit';

/** How what is more than text looks in the transcript, which takes this over when the first of it comes. */
export const styles = css`
  .failed .bubble {
    border-color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 8%, var(--_surface));
    color: var(--_text);
  }

  .failed .meta {
    color: var(--_danger);
  }

  .meta p {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  .meta button {
    font-weight: 600;
  }

  /* White or black, whichever can be read on the page's colour. */
  .bubble.filled {
    background: var(--_fill);
    color: oklch(from var(--_fill) clamp(0, (0.6 - l) * 1000, 1) 0 0);
  }

  .bubble.bare {
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
  }

  .timeless + .meta,
  .message:has(> .nameless) > .name,
  .message:has(> .right) > .avatar {
    display: none;
  }

  .message:has(> .left) {
    justify-items: left;
  }

  .message:has(> .right) {
    justify-items: right;
    padding-inline: 0;
  }

  .bubble a {
    color: inherit;
    overflow-wrap: anywhere;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }

  .bubble a:hover {
    text-decoration-thickness: 2px;
  }

  .bubble a:focus-visible {
    border-radius: 3px;
    outline-color: currentColor;
    outline-offset: 1px;
  }

  .bubble:has(> .file) {
    padding: 6px;
    padding-inline-start: 8px;
  }

  .bubble:has(> .file) + .bubble,
  .bubble + genesys-chat-cards {
    margin-block-start: 4px;
  }

  /* Where there is little room, a file takes less. */
  .message:has(.file) {
    grid-template-columns: 100%;
  }

  .file {
    /* Its name has a direction of its own; all else is that of the chat. */
    direction: inherit;
    max-inline-size: 100%;
  }

  genesys-chat-cards {
    justify-self: stretch;
    min-inline-size: 0;
  }

  .rich :where(p, ul, ol, pre, blockquote, table, h1, h2, h3, h4, h5, h6) {
    margin: 0;
    font-size: inherit;
  }

  .rich > * + *,
  .rich > div > * + *,
  .rich blockquote > * + *,
  .rich li > * + :is(p, ul, ol, pre, blockquote) {
    margin-block-start: 0.6em;
  }

  .rich .large {
    font-size: 1.1em;
  }

  .rich :is(ul, ol) {
    padding-inline-start: 1.45em;
  }

  .rich li + li {
    margin-block-start: 0.25em;
  }

  .rich li::marker {
    color: color-mix(in srgb, currentColor 70%, transparent);
  }

  .rich .task {
    margin-inline-start: -1.45em;
    list-style: none;
  }

  .rich .box {
    display: inline;
    inline-size: 17px;
    block-size: 17px;
    margin-inline-end: 7px;
    vertical-align: -3px;
  }

  .rich :is(code, kbd) {
    padding: 0.1em 0.35em;
    border-radius: 6px;
    background: color-mix(in srgb, currentColor 9%, transparent);
    font:
      0.9em / 1.4 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
  }

  .rich pre {
    padding: 9px 12px;
    border-radius: 10px;
    background: color-mix(in srgb, currentColor 7%, transparent);
    white-space: pre-wrap;
    tab-size: 2;
  }

  .rich pre code {
    padding: 0;
    background: none;
  }

  .rich blockquote {
    padding-inline-start: 10px;
    border-inline-start: 3px solid color-mix(in srgb, currentColor 28%, transparent);
    color: color-mix(in srgb, currentColor 84%, transparent);
  }

  .rich hr {
    block-size: 1px;
    margin-block: 0.8em;
    border: 0;
    background: color-mix(in srgb, currentColor 22%, transparent);
  }

  .rich img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: 8px;
  }

  .table {
    overflow-x: auto;
    border: 1px solid color-mix(in srgb, currentColor 20%, transparent);
    border-radius: 10px;
    overflow-wrap: normal;
  }

  .rich table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.933em;
  }

  .rich :is(th, td) {
    padding: 6px 10px;
    text-align: start;
    vertical-align: top;
  }

  .rich tr + tr > *,
  .rich thead + tbody > tr:first-child > * {
    border-block-start: 1px solid color-mix(in srgb, currentColor 16%, transparent);
  }

  .rich th {
    font-weight: 600;
    white-space: nowrap;
  }

  .rich .center {
    text-align: center;
  }

  .rich .right {
    text-align: end;
  }

  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 6px 8px;
    padding-inline-start: 40px;
    animation: arrive var(--_speed) var(--_ease);
  }

  .reply {
    max-inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 18px;
    border: 1.5px solid color-mix(in srgb, var(--_accent) 55%, transparent);
    border-radius: 22px;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.3;
    text-align: start;
    overflow-wrap: anywhere;
    transition: background-color var(--_speed);
  }

  .reply:hover {
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .reply:active {
    background: color-mix(in srgb, var(--_accent) 18%, transparent);
  }
`;
