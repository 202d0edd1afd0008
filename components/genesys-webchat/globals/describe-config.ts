import { describeStrangers } from '../../../src/config/describe-strangers.js';
import { foreignTransports, rightPath } from '../../../src/config/find-option.js';
import { isRecord, type LooseRecord } from './loose-record.js';
import { missingSections } from '../../internal/missing-channels.js';

/** Sections of `_genesys.widgets` that mean something here. */
const sections = [
  ...['main', 'webchat', 'extensions', 'onReady', 'bus', 'common', 'app'],
  ...['toaster', 'overlay', 'windowmanager', 'sidebar', 'channelselector'],
];

/** A sentence for everything in the page's configuration that has no effect here, with what is right. */
export function describeConfig(config: LooseRecord): string[] {
  return [
    ...Object.keys(config).flatMap((name) => describeSection(name, config[name])),
    ...describeStrangers(config),
    ...describeTransport(config),
  ];
}

function describeSection(name: string, value: unknown): string[] {
  const channel = missingSections.get(name.toLowerCase());
  if (channel) return [`${name} configures ${channel}, which is not part of this chat. It has no effect.`];
  if (name === 'extensions' && value !== undefined) return describeExtensions(value);
  if (name === 'onReady' && value !== undefined && typeof value !== 'function')
    return ['onReady takes a function. It has no effect.'];
  // What else it may mean is told with the options.
  return sections.includes(name) || rightPath(name) !== undefined
    ? []
    : [`there is no section ${name}; there are main and webchat. It has no effect.`];
}

/** It is told before anybody wants to chat, since nobody can. */
function describeTransport({ webchat }: LooseRecord): string[] {
  const { transport, cometD } = isRecord(webchat) ? webchat : {};
  const { type, create } = isRecord(transport) ? transport : {};
  if (create !== undefined) return [];
  const { enabled } = isRecord(cometD) ? cometD : {};
  return [
    ...(foreignTransports.includes(type) ? [notHere('transport', `transport.type is ${JSON.stringify(type)}`)] : []),
    ...(enabled === true ? [notHere('cometD', 'cometD.enabled is true')] : []),
  ];
}

function notHere(section: string, what: string): string {
  return `webchat.${what}, which is not here, so that no chat can start. Take ${section} out, and set webchat.dataURL to a chat service of Genesys Mobile Services.`;
}

function describeExtensions(extensions: unknown): string[] {
  if (!isRecord(extensions)) return ['extensions takes an object {<name>: function}. It has no effect.'];
  return Object.entries(extensions)
    .filter(([, extension]) => typeof extension !== 'function')
    .map(([name, extension]) => `extensions.${name} takes a function, but got ${typeof extension}. It has no effect.`);
}
