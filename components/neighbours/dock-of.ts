import '../chat-dock/chat-dock.js';
import type { ChatDock } from '../chat-dock/chat-dock.js';

/** The corner of the tag's page; it comes with the first who has need of it. */
export function dockOf(root: ShadowRoot): ChatDock {
  const existing = root.querySelector('genesys-chat-dock');
  if (existing) return existing;
  const dock = document.createElement('genesys-chat-dock');
  root.append(dock);
  return dock;
}
