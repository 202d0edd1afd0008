import { dockOf } from './dock-of.js';
import type { NeighbourCommands, Neighbourhood } from './neighbourhood.js';
import { adopt, readContent, shown } from './page-content.js';

const slots = { registerDockView: 'dock', registerSideButton: 'side' } as const;

/** Places for views and buttons of the page beside launcher and window. */
export function windowManager({
  plugin,
  tag,
  root,
}: Neighbourhood<'WindowManager'>): NeighbourCommands<'WindowManager'> {
  const dock = dockOf(root);
  for (const name of Object.values(slots)) {
    const slot = document.createElement('slot');
    slot.name = name;
    slot.slot = name;
    dock.append(slot);
  }
  const count = (name: string) => tag.querySelectorAll(`:scope > [slot="${name}"]`).length;
  dock.addEventListener('genesys-chat-change', () => {
    plugin.publish('changed', { dockViews: count('dock'), sideButtons: count('side') });
  });
  const register = async (slot: string, html: unknown) => {
    const content = await readContent(html);
    const view = content instanceof Element ? content : document.createElement('div');
    if (view !== content) view.append(content);
    adopt(tag, view, slot);
    return shown(view);
  };
  return {
    registerDockView: ({ html }) => register(slots.registerDockView, html),
    registerSideButton: ({ html }) => register(slots.registerSideButton, html),
  };
}
