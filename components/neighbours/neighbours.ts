import type { Bus } from '../../src/bus/index.js';
import type { LazyPlugin } from '../../src/plugins/lazy-plugin.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import { neighbourNames, type NeighbourName } from '../../src/plugins/neighbour-names.js';
import { isObject } from './channels.js';
import type { NeighbourCommands, Neighbourhood } from './neighbourhood.js';

/** The small plugins that sites combine with chat; the code of each comes with its first command. */
export const neighbours: Readonly<Record<NeighbourName, LazyPlugin<Neighbourhood<string>>>> = {
  Toaster: lazily('Toaster', async () => (await import('./toaster.js')).toaster),
  Overlay: lazily('Overlay', async () => (await import('./overlay.js')).overlay),
  WindowManager: lazily('WindowManager', async () => (await import('./window-manager.js')).windowManager),
  SideBar: lazily('SideBar', async () => (await import('./side-bar.js')).sideBar),
  ChannelSelector: lazily('ChannelSelector', async () => (await import('./channel-selector.js')).channelSelector),
};

/** Shows what the page's configuration wants to be there from the start. */
export function showAtStart(bus: Bus<ChatCatalogue>, pageConfig: Readonly<Record<string, unknown>>): void {
  const bar = pageConfig['sidebar'];
  // Who does not want it says why.
  if (isObject(bar) && bar['showOnStartup'] !== false) bus.command('SideBar.open').catch(() => undefined);
}

function lazily<Name extends NeighbourName>(
  name: Name,
  load: () => Promise<(neighbourhood: Neighbourhood<Name>) => NeighbourCommands<Name>>,
): LazyPlugin<Neighbourhood<string>> {
  return {
    ...neighbourNames[name],
    load: async () => {
      const create = await load();
      // Its end of the bus has that name.
      return (neighbourhood) => create(neighbourhood as Neighbourhood<Name>);
    },
  };
}
