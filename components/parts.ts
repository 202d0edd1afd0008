/**
 * The parts that each element shows, so that every element above re-exports them and a page can style
 * `genesys-webchat::part(…)`. Names are as fixed as events.
 */
export const parts = {
  header: 'header, header-avatar, title, status, menu-button, minimize-button, close-button',
  form: 'form, form-intro, form-error, form-row, field, label, input, field-note, field-error, submit-button, cancel-button',
  transcript:
    'transcript, log, empty, date, system-line, message, message-own, bubble, bubble-own, name, avatar, meta, edit-button, retry-button, discard-button, typing, new-messages-button',
  composer:
    'composer, message-input, send-button, counter, composer-error, attach-button, emoji-button, emoji-picker, drop-zone',
  overlay: 'overlay, overlay-close-button',
  end: 'end-title, end-draft, new-chat-button, end-close-button',
  confirm: 'confirm, confirm-question, confirm-button, confirm-cancel-button',
} as const;

/** All parts below the window, for the `exportparts` of the element that shows it. */
export const windowParts = [
  'window, notice, notice-dismiss-button, end',
  parts.header,
  parts.form,
  parts.transcript,
  parts.composer,
  parts.overlay,
  parts.end,
  parts.confirm,
].join(', ');
