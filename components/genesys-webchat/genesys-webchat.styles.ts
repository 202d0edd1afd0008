import { css } from 'lit';

/** The host takes no room in the page: launcher and window stand in a layer of their own. */
export const styles = css`
  :host {
    display: contents;
  }

  :host([hidden]) {
    display: none;
  }
`;
