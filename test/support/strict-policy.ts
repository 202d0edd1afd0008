/** The strictest policy under which the chat does all that it can; server and script have the page's own origin. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html dompurify genesys-webchat 'allow-duplicates'",
].join('; ');
