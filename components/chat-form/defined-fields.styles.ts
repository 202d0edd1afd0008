import { css } from 'lit';

/** What only a site's own form shows: lists, boxes, long texts, and what a site says between them. */
export const styles = css`
  /* The name of a field may be a sentence. */
  .summary .link {
    max-inline-size: 100%;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  label.required::after {
    content: ' *';
    content: ' *' / '';
    color: var(--_danger);
  }

  textarea,
  select {
    inline-size: 100%;
    min-block-size: 46px;
  }

  textarea {
    display: block;
    padding: 10px 14px;
    resize: vertical;
  }

  .select {
    position: relative;
  }

  select {
    padding-inline: 14px 42px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    appearance: none;
    background: none;
    color: var(--_text);
    font: max(16px, 1em) / 1.5 var(--_font);
    text-overflow: ellipsis;
    cursor: pointer;
  }

  /* Some systems draw the list on their own ground. */
  option,
  optgroup {
    background: var(--_surface);
    color: var(--_text);
  }

  .select svg {
    position: absolute;
    inset-block-start: calc(50% - 0.625em);
    inset-inline-end: 14px;
    color: var(--_muted);
    pointer-events: none;
  }

  :is(textarea, select):focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  :is(textarea, select)[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  :is(textarea, select)[aria-invalid='true']:focus-visible {
    outline-color: var(--_danger);
  }

  .box {
    display: flex;
    align-items: start;
    gap: 12px;
  }

  .box input {
    flex: none;
    inline-size: 22px;
    min-block-size: 22px;
    block-size: 22px;
    margin: 11px 0;
    accent-color: var(--_accent);
  }

  .box input[aria-invalid='true']:not(:focus-visible) {
    outline: 1px solid var(--_danger);
    outline-offset: 2px;
  }

  .box input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .box label {
    flex: 1;
    margin: 0;
    padding-block: 11px;
    font-weight: 400;
    line-height: 22px;
    cursor: pointer;
  }

  .note,
  .row {
    overflow-wrap: anywhere;
  }

  .note {
    margin-block: 4px;
    color: var(--_muted);
    font-size: 0.9em;
  }

  .note small {
    font-size: inherit;
  }

  label + .note {
    margin-block: -2px 6px;
  }

  .row {
    overflow: auto;
  }

  .row :is(h1, h2, h3, h4, h5, h6) {
    margin: 0;
    font-size: 1em;
    line-height: 1.35;
  }

  .row :is(p, ul, ol, table, blockquote, pre) {
    margin-block: 0 0.5em;
  }

  .row :is(ul, ol) {
    padding-inline-start: 1.25em;
  }

  :is(.row, .note, .markup) a {
    color: var(--_accent);
  }

  :is(.row, .note, .markup) img {
    max-inline-size: 100%;
    block-size: auto;
  }
`;
