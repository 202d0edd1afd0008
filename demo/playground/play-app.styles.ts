import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    background: var(--ground);
    color: var(--ink);
    font: var(--text);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem 1.25rem;
    padding: 0.75rem clamp(1rem, 2.5vw, 2rem);
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }

  .brand {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    margin-inline-end: auto;
  }

  .brand svg {
    flex: none;
    width: 2.25rem;
    fill: var(--accent);
    stroke: var(--accent);
    stroke-width: 2.4;
    stroke-linecap: round;
  }

  .brand rect {
    stroke: none;
  }

  .brand .bubble {
    fill: var(--on-accent);
    stroke: none;
  }

  h1 {
    font-size: 1.15rem;
    line-height: 1.2;
  }

  .brand p {
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.9rem;
    align-items: end;
  }

  .settings label {
    display: grid;
    gap: 0.1rem;
    color: var(--quiet);
    font-size: 0.8125rem;
  }

  .settings select {
    width: auto;
    min-width: 7rem;
    min-height: 2.25rem;
  }

  main {
    display: grid;
    box-sizing: border-box;
    width: 100%;
    max-width: 120rem;
    margin-inline: auto;
    grid-template-columns: minmax(0, 1fr);
    flex: 1;
    gap: clamp(1.25rem, 2vw, 2rem);
    padding: clamp(1rem, 2vw, 1.75rem) clamp(1rem, 2.5vw, 2rem) 7rem;
  }

  .panel {
    min-width: 0;
  }

  .actions {
    margin-bottom: 0.75rem;
  }

  .stage {
    display: none;
  }

  @media (min-width: 56rem) {
    main {
      grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr);
      align-items: start;
    }
  }

  /* Wide enough for a place of its own that the chat's window fits in. */
  @media (min-width: 84rem) {
    main {
      grid-template-columns: minmax(20rem, 25rem) minmax(0, 1fr) 24.5rem;
      padding-bottom: 2rem;
    }

    .stage {
      position: sticky;
      top: 1.25rem;
      display: grid;
      grid-template-rows: auto 1fr;
      height: calc(100vh - 1.75rem);
      /* Around the window where it stands by default. */
      margin-inline-end: calc(0.5rem - clamp(1rem, 2.5vw, 2rem));
      overflow: hidden;
      border: 1px solid var(--line);
      border-radius: 1.1rem;
      background: var(--surface);
    }

    .stage > div {
      display: flex;
      gap: 0.4rem;
      padding: 0.8rem 1rem;
      border-bottom: 1px solid var(--line);
      background: var(--raised);
    }

    .stage i {
      width: 0.7rem;
      height: 0.7rem;
      border-radius: 50%;
      background: var(--line);
    }

    .stage svg {
      width: 100%;
      height: auto;
      fill: var(--raised);
    }
  }
`;
