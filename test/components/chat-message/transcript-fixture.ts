import { waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-transcript/chat-transcript.js';
import type { ChatTranscript } from '../../../components/chat-transcript/chat-transcript.js';
import type { FileStatus } from '../../../src/model/file-status.js';
import type { ChatMessage } from '../../../src/model/message.js';
import { ann, chatFixture, settled, type FakeChat } from '../../support/chat-fixture.js';

/** A transcript with enough room that all of a short conversation is on screen. */
export async function transcriptOf(chat: FakeChat, theme: 'light' | 'dark' = 'light'): Promise<ChatTranscript> {
  const element = await chatFixture<ChatTranscript>(
    chat,
    html`<genesys-chat-transcript></genesys-chat-transcript>`,
    theme,
  );
  element.style.blockSize = '600px';
  element.style.inlineSize = '380px';
  return element;
}

/** Waits until something is on screen that is loaded when it is first needed. */
export async function comes(element: ChatTranscript, holds: () => unknown): Promise<void> {
  await waitUntil(holds, 'it did not come', { interval: 5, timeout: 5000 });
  await settled(element);
}

/** The other side sends structured content. */
export function sayContent(chat: FakeChat, content: readonly unknown[], text = ''): ChatMessage {
  return chat.add({ text, content: [...content], from: ann });
}

/** The other side shares a file. */
export function share(chat: FakeChat, name: string, data: Readonly<Record<string, string>> = {}): ChatMessage {
  const userData = { 'file-id': `id-${name}`, 'file-name': name, ...data };
  return chat.add({ type: 'FileUploaded', from: ann, userData });
}

/** The visitor's file comes that far on its way. */
export function transfer(
  chat: FakeChat,
  name: string,
  status: FileStatus['status'],
  more: Partial<Pick<FileStatus, 'loaded' | 'fileId'>> = {},
): File {
  const file = new File(['x'.repeat(1000)], name);
  const id = `transfer-${name}`;
  const shown = { id, name, size: 1000, type: '', status, loaded: 0, file, ...more };
  chat.stores.files.set([...chat.stores.files.get().filter((each) => each.id !== id), shown]);
  return file;
}
