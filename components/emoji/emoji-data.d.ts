/** Made of the library's data: scripts/emoji-data-plugin.mjs says how the text is laid out. */
declare module 'emoji-data:*' {
  export const text: string;
}
