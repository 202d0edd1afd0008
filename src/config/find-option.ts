import { nearestName } from './nearest-name.js';
import { optionNames, options, type OptionName } from './options.js';

/** Options of Genesys Widgets that ask for what is so anyway, or for what there is no need of here. */
export const needlessOptions = [
  'main.debug',
  'main.preload',
  'main.plugins',
  'main.customStylesheetID',
  'main.downloadGoogleFont',
  'main.googleFontUrl',
  'webchat.ariaIdleAlertIntervals',
] as const;

/** Transports of Genesys Widgets that are not here: those of Genesys Cloud and of the multicloud. */
export const foreignTransports: readonly unknown[] = ['purecloud-v2-sockets', 'pureengage-v3-rest'];

/** Names that options have in some pages, and where they are now. */
export const renamedOptions: Readonly<Record<string, string>> = {
  'main.onReady': 'onReady',
  'webchat.confirmCloseEnabled': 'webchat.confirmFormCloseEnabled',
  'webchat.proactive.idleTime': 'webchat.autoInvite.timeToInviteSeconds',
};

/** Where an option stands in the configuration, e.g. `webchat.chatButton.enabled`. */
export function pathOf(name: OptionName): string {
  return `${options[name].section}.${name}`;
}

/** The option at a path, wherever else the contract lets it stand. */
export function optionAt(path: string): OptionName | undefined {
  const wanted = path
    .replace('webchat.transport.async.', 'webchat.async.')
    .replace(/^webchat\.timeFormat$/, 'main.timeFormat');
  return optionNames.find((name) => pathOf(name) === wanted);
}

/** Whether options stand below a path. */
export function holdsOptions(path: string): boolean {
  return path === 'webchat.transport.async' || optionNames.some((name) => pathOf(name).startsWith(`${path}.`));
}

/** Where the option stands that is meant by a path at which there is none; undefined where nobody knows. */
export function rightPath(path: string): string | undefined {
  if (!path.includes('.')) return nearestName(path, ['main', 'webchat']) ?? pathMeant(path);
  return renamedOptions[path] ?? pathMeant(path.slice(path.indexOf('.') + 1));
}

function pathMeant(name: string): string | undefined {
  const meant = nearestName(name, optionNames);
  return optionNames.filter((each) => each === meant).map(pathOf)[0];
}
