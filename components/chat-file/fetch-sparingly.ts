import type { ChatContext } from '../context/chat-context.js';

/** So many of the downloads that a server grants are left to the visitor. */
const spared = 5;

/** The bytes of a file that nobody has asked for; nothing where downloads are counted and few are left. */
export async function fetchSparingly(chat: ChatContext, fileId: string): Promise<Blob | undefined> {
  const { downloadAttempts, usedDownloadAttempts } = await chat.command('WebChatService.getFileLimits');
  if (downloadAttempts - usedDownloadAttempts <= spared) return undefined;
  return chat.command('WebChatService.downloadFile', { fileId, save: false });
}
