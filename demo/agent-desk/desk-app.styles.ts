import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    height: 100vh;
    height: 100dvh;
    background: var(--ground);
    color: var(--ink);
    font: var(--text);
  }

  /* Rows by number, since a phone leaves the first one out. */
  header {
    grid-row: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.25rem;
    padding: 0.6rem 1rem;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }

  h1 {
    flex: 1;
    font-size: 1.05rem;
    white-space: nowrap;
  }

  .notices {
    grid-row: 2;
  }

  main {
    grid-row: 3;
    display: grid;
    grid-template-columns: minmax(16rem, 21rem) minmax(0, 1fr);
    min-height: 0;
  }

  main:not(.has-chats) {
    grid-template-columns: minmax(0, 1fr);
  }

  main:not(.has-chats) desk-chat-list {
    display: none;
  }

  desk-chat-list {
    min-height: 0;
    border-inline-end: 1px solid var(--line);
  }

  desk-conversation,
  .empty {
    min-height: 0;
  }

  .notice {
    padding: 0.6rem 1rem;
    border-bottom: 1px solid var(--line);
    background: var(--alert-soft);
    color: var(--alert);
  }

  .empty {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 0.75rem;
    padding: 2rem 1.25rem;
    overflow: auto;
    text-align: center;
  }

  .empty svg {
    width: 3.5rem;
    fill: var(--accent-soft);
    stroke: var(--accent);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .empty h2 {
    font-size: 1.3rem;
  }

  .empty p {
    max-width: 42ch;
    color: var(--quiet);
    text-wrap: balance;
  }

  @media (max-width: 45rem) {
    main {
      grid-template-columns: minmax(0, 1fr);
    }

    desk-chat-list {
      border: 0;
    }

    /* One thing at a time: the list, or the chat that was chosen in it. */
    main.has-chat desk-chat-list,
    main.has-chats:not(.has-chat) .empty,
    header.has-chat desk-nickname {
      display: none;
    }

    /* Out of sight, but still the page's heading. */
    header.has-chat {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
