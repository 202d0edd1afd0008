/** Whether browsers let no page on https ask the address: it is on http, and not on the same machine. */
export function isInsecure(address: string): boolean {
  return /^\s*http:\/\/(?!localhost\b|127\.|\[::1\])/i.test(address);
}
