import { css } from 'lit';

/** Hides the page on paper, and what is to be printed everywhere else. In a layer, so that the page's own rules yield. */
export const pageStyles = css`
  @layer genesys-webchat {
    @media not print {
      genesys-chat-print {
        display: none !important;
      }
    }

    @media print {
      html {
        block-size: auto !important;
        overflow: visible !important;
        background: none !important;
        color-scheme: only light !important;
      }

      html > :not(genesys-chat-print) {
        display: none !important;
      }
    }
  }
`;

/** The conversation on paper. */
export const styles = css`
  :host {
    all: initial;
    display: block;
    color: #000;
    font:
      11pt/1.45 system-ui,
      sans-serif;
  }

  main {
    overflow-wrap: anywhere;
  }

  h1 {
    margin: 0 0 16pt;
    font-size: 16pt;
    line-height: 1.25;
  }

  h2 {
    margin: 16pt 0 6pt;
    padding-block-end: 3pt;
    border-block-end: 0.5pt solid #999;
    font-size: 11pt;
    break-after: avoid;
  }

  .line {
    display: grid;
    grid-template-columns: 5em 1fr;
    gap: 10pt;
    margin-block: 4pt;
    break-inside: avoid;
  }

  time {
    color: #555;
    font-variant-numeric: tabular-nums;
  }

  p {
    margin: 0;
    white-space: pre-wrap;
  }

  .event {
    color: #555;
  }
`;
