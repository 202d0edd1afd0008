import { ChatError, sentences } from './errors.js';

/**
 * A module that is loaded when it is needed; `onFailure` makes sure that the next one who needs it tries again.
 * @throws {ChatError} when it could not be loaded.
 */
export function loadLate<Module>(module: Promise<Module>, onFailure?: () => void): Promise<Module> {
  return module.catch(() => {
    onFailure?.();
    throw new ChatError(sentences.notLoaded);
  });
}
