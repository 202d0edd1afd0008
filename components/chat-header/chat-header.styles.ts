import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    background: linear-gradient(160deg, var(--_brand), var(--_brand-strong));
    color: var(--_on-brand);
    --_accent: var(--_on-brand);
  }

  .header {
    display: flex;
    align-items: center;
    min-block-size: 84px;
    padding-block: 10px 26px;
    padding-inline: 18px 10px;
  }

  .identity {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
  }

  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_on-brand) 18%, transparent);
    font-weight: 600;
  }

  .avatar svg {
    inline-size: 24px;
    block-size: 24px;
  }

  .names {
    min-inline-size: 0;
  }

  .title,
  .status {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    font-size: 1.133em;
    font-weight: 650;
    line-height: 1.3;
  }

  .status {
    font-size: 0.9em;
  }

  /* On a phone that lies on its side, the keyboard leaves little more than this. */
  @media (max-height: 480px) {
    .header {
      min-block-size: 0;
      padding-block: 2px 18px;
    }
  }

  @media (forced-colors: active) {
    :host {
      border-block-end: 1px solid;
    }
  }
`;
