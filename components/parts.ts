/**
 * The parts that every window shows, so that each element re-exports them and a page can style
 * `genesys-webchat::part(…)`; what comes later adds its own (`internal/export-parts.ts`). Names are as fixed as events.
 */
export const windowParts = [
  'window, notice, notice-dismiss-button, end',
  'header, header-avatar, title, status, menu-button, minimize-button, close-button',
  'form, form-intro, form-error, field, label, input, field-error, submit-button, cancel-button',
  'transcript, log, empty, date, system-line, message, message-own, bubble, bubble-own, name, avatar, meta, typing',
  'new-messages-button, composer, message-input, send-button, counter, composer-error',
].join(', ');
