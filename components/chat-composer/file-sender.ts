import type { FileLimits } from '../../src/model/file-limits.js';
import type { ChatContext } from '../context/chat-context.js';
import type { FeatureTextsController } from '../context/feature-texts.js';
import { fileRefusal } from './file-refusal.js';

/** Sends the files; resolves with the sentence about why not, if nobody else has told it. */
export async function sendFiles(
  files: readonly File[],
  chat: ChatContext,
  texts: FeatureTextsController,
): Promise<string | undefined> {
  if (chat.stores.phase.get() !== 'active') return texts.fileError('NotNow');
  try {
    await chat.command('WebChatService.sendFile', { files });
    return undefined;
  } catch (rejection) {
    // What an extension refuses, it explains itself; and a file that the visitor gives up needs no word.
    if (typeof rejection === 'string') return undefined;
    const { code, operation } = toRejection(rejection);
    // The conversation shows how far a file came.
    if (operation === 'uploadFile') return undefined;
    const limits = code === undefined ? undefined : await askLimits(chat);
    if (!limits) return texts.fileError('TransferFailed');
    const hasAgent = Object.values(chat.stores.agents.get()).some(
      ({ type, connected }) => connected && type === 'Agent',
    );
    return fileRefusal(code, { files, limits, hasAgent }, texts);
  }
}

/** What the server takes, if it says so. */
export async function askLimits(chat: ChatContext): Promise<FileLimits | undefined> {
  try {
    return await chat.command('WebChatService.getFileLimits');
  } catch {
    return undefined;
  }
}

function toRejection(rejection: unknown): { readonly code?: unknown; readonly operation?: unknown } {
  return typeof rejection === 'object' && rejection !== null ? rejection : {};
}
