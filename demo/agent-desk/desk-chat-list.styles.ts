import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    overflow: auto;
    background: var(--surface);
  }

  nav {
    padding: 0.75rem;
  }

  h2 {
    display: flex;
    gap: 0.5rem;
    padding: 0.75rem 0.5rem 0.4rem;
    color: var(--quiet);
    font-size: 0.85rem;
    font-weight: 600;
  }

  section:first-child h2 {
    padding-top: 0.25rem;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    position: relative;
    border: 1px solid transparent;
    border-radius: var(--radius);
  }

  li.waiting {
    border-color: color-mix(in srgb, var(--alert) 35%, transparent);
    background: var(--alert-soft);
  }

  li:has([aria-current='true']) {
    border-color: var(--accent);
    background: var(--accent-soft);
  }

  .chat {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 0.7rem;
    width: 100%;
    padding: 0.6rem;
    border: 0;
    border-radius: var(--radius);
    background: none;
    font-weight: 400;
    text-align: start;
    white-space: normal;
  }

  .chat:hover {
    background: color-mix(in srgb, var(--accent) 8%, transparent);
  }

  .initial {
    grid-row: span 2;
    display: grid;
    place-items: center;
    width: 2.4rem;
    height: 2.4rem;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent-strong);
    font-weight: 600;
  }

  li.waiting .initial {
    background: var(--alert);
    color: var(--alert-soft);
  }

  li.ended .initial {
    background: var(--raised);
    color: var(--quiet);
  }

  li:has([aria-current='true']) .initial {
    background: var(--surface);
    color: var(--accent-strong);
  }

  .name {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .when {
    color: var(--quiet);
    font-size: 0.85rem;
    font-variant-numeric: tabular-nums;
  }

  li.waiting .when {
    color: var(--alert);
    font-weight: 600;
  }

  .preview {
    overflow: hidden;
    color: var(--quiet);
    font-size: 0.875rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .preview.live {
    color: var(--good);
  }

  .unread {
    justify-self: end;
    min-width: 1.35rem;
    padding: 0 0.4rem;
    border-radius: 1rem;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8rem;
    font-weight: 600;
    line-height: 1.35rem;
    text-align: center;
  }

  .accept {
    display: flex;
    width: calc(100% - 1.2rem);
    margin: 0 0.6rem 0.6rem;
  }
`;
