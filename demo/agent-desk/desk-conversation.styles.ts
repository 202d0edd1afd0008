import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr) 17rem;
    grid-template-areas: 'head head' 'talk visitor' 'foot visitor';
    background: var(--surface);
  }

  header {
    grid-area: head;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border-bottom: 1px solid var(--line);
  }

  .who {
    flex: 1;
    min-width: 8rem;
  }

  .who h2 {
    overflow: hidden;
    font-size: 1.1rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .who h2:focus {
    outline: none;
  }

  .who p {
    color: var(--quiet);
    font-size: 0.875rem;
  }

  desk-transcript {
    grid-area: talk;
    min-height: 0;
  }

  desk-visitor {
    grid-area: visitor;
    min-height: 0;
    border-inline-start: 1px solid var(--line);
  }

  footer {
    grid-area: foot;
    padding: 0.75rem 1rem 1rem;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    padding: 0.75rem 1rem;
    border-radius: var(--radius);
    background: var(--raised);
  }

  .bar.waiting {
    background: var(--alert-soft);
    color: var(--alert);
  }

  .back,
  .about {
    display: none;
  }

  @media (max-width: 68rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto auto minmax(0, 1fr) auto;
      grid-template-areas: 'head' 'visitor' 'talk' 'foot';
    }

    .about {
      display: inline-flex;
    }

    desk-visitor {
      max-height: 40vh;
      border: 0;
      border-bottom: 1px solid var(--line);
    }

    :host(:not([shows-visitor])) desk-visitor {
      display: none;
    }
  }

  @media (max-width: 45rem) {
    .back {
      display: inline-flex;
    }

    header {
      padding: 0.6rem 0.75rem;
    }

    /* What ends things stands apart, on a line of its own. */
    .about + button {
      margin-inline-start: auto;
    }

    footer {
      padding: 0.5rem 0.75rem 0.75rem;
    }
  }
`;
