import type { LitElement } from 'lit';
import { isRunning } from '../../src/model/session-state.js';
import { isShown } from '../../src/model/window-state.js';
import type { ChatContext } from '../context/chat-context.js';
import { focusedIn } from '../internal/focused-in.js';
import './chat-confirm.js';
import type { Decision, Question } from './chat-confirm.js';

/**
 * Asks the visitor in the chat's window, above its content, which nobody can reach meanwhile. Resolves with what has to
 * follow, if anything. The question goes by itself when the window does, or the chat that it is about.
 */
export function ask(window: LitElement, chat: ChatContext, question: Question): Promise<Decision['detail']> {
  const { renderRoot } = window;
  const content = renderRoot.querySelector<HTMLElement>('.content');
  const focusedBefore = focusedIn(renderRoot);
  const { phase } = chat.stores;
  const confirm = document.createElement('genesys-chat-confirm');
  confirm.question = question;
  confirm.setAttribute('exportparts', '');
  return new Promise((resolve) => {
    const settle = (decision: Decision['detail']) => {
      for (const stop of stops) stop();
      confirm.remove();
      content?.toggleAttribute('inert', false);
      resolve(decision);
    };
    const look = () => {
      if (!isShown(chat.window.get()) || (question !== 'close' && !isRunning(phase.get()))) settle(null);
    };
    const stops = [chat.window.listen(look), phase.listen(look)];
    confirm.addEventListener('genesys-chat-decide', ({ detail }) => {
      settle(detail);
      focusedBefore?.focus();
    });
    content?.toggleAttribute('inert', true);
    content?.before(confirm);
    // It may be over since the code was asked for.
    look();
  });
}
