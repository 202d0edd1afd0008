/** A message as people write them: some short, some of several lines. */
export function messageText(number: number): string {
  const words = 'The lamp that you ordered last week has left our house and is on its way to you now'.split(' ');
  return `${String(number)}: ${words.slice(0, 3 + ((number * 7) % words.length)).join(' ')}`;
}
