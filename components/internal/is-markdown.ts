import type { ChatContext } from '../context/chat-context.js';

/** Whether the other side writes markdown: as who opened the window said, else as the options say. */
export function isMarkdown({ options, window }: ChatContext): boolean {
  const { markdown, 'transport.markdown': ofTransport } = options.get();
  return window.get().markdown ?? (markdown || ofTransport);
}
