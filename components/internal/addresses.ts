/** The address to link to, if it leads to the web, a mailbox or a telephone and nowhere else. */
export function linkAddress(text: string): string | undefined {
  return addressOf(text, /^(https?|mailto|tel):$/);
}

/** The address of a picture, if it is on the web or is the picture itself. */
export function imageAddress(text: string): string | undefined {
  return addressOf(text, /^https?:$/) ?? (/^data:image\/(png|jpeg|gif|webp|avif)[;,]/i.test(text) ? text : undefined);
}

/** What the browser makes of the address: it sees through blanks and control characters that hide a scheme. */
function addressOf(text: string, schemes: RegExp): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { href, protocol } = new URL(text);
  return schemes.test(protocol) ? href : undefined;
}
