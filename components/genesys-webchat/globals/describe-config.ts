import { optionNames, options } from '../../../src/config/options.js';
import { isRecord, type LooseRecord } from './loose-record.js';
import { missingSections } from './missing-channels.js';

/** Sections of `_genesys.widgets` that mean something here. */
const sections = [
  ...['main', 'webchat', 'extensions', 'onReady', 'bus', 'common', 'app'],
  ...['toaster', 'overlay', 'windowmanager', 'sidebar', 'channelselector'],
];

/** Options of Genesys Widgets that ask for what is so anyway, or for what there is no need of here. */
const needless: Readonly<Record<'main' | 'webchat', readonly string[]>> = {
  main: ['debug', 'preload', 'plugins', 'customStylesheetID', 'downloadGoogleFont', 'googleFontUrl', 'onReady'],
  webchat: ['timeFormat', 'ariaIdleAlertIntervals', 'confirmCloseEnabled', 'transport.async', 'cookieOptions'],
};

/** Options whose objects hold whatever a site likes. */
const open = new Set(optionNames.filter((name) => !('fromAttribute' in options[name].type)).map(String));

/** A sentence for everything in the page's configuration that has no effect here, with what is right. */
export function describeConfig(config: LooseRecord, page: Pick<Location, 'protocol'>): string[] {
  return [
    ...Object.keys(config).flatMap((name) => describeSection(name, config[name])),
    ...describeOptions('main', config['main']),
    ...describeOptions('webchat', config['webchat']),
    ...describeAddress(config['webchat'], page),
  ];
}

function describeSection(name: string, value: unknown): string[] {
  const channel = missingSections.get(name.toLowerCase());
  if (channel) return [`${name} configures ${channel}, which is not part of this chat. It has no effect.`];
  if (name === 'extensions' && value !== undefined) return describeExtensions(value);
  if (name === 'onReady' && value !== undefined && typeof value !== 'function')
    return ['onReady takes a function. It has no effect.'];
  return sections.includes(name) ? [] : [`there is no section ${name}; there are main and webchat. It has no effect.`];
}

function describeExtensions(extensions: unknown): string[] {
  if (!isRecord(extensions)) return ['extensions takes an object {<name>: function}. It has no effect.'];
  return Object.entries(extensions)
    .filter(([, extension]) => typeof extension !== 'function')
    .map(([name, extension]) => `extensions.${name} takes a function, but got ${typeof extension}. It has no effect.`);
}

function describeOptions(section: 'main' | 'webchat', given: unknown, path = ''): string[] {
  if (!isRecord(given)) return [];
  return Object.keys(given).flatMap((key) => {
    const name = path + key;
    const known = optionNames.filter((each) => options[each].section === section).map(String);
    if (open.has(name) || needless[section].includes(name)) return [];
    if (known.some((each) => each.startsWith(`${name}.`))) return describeOptions(section, given[key], `${name}.`);
    if (known.includes(name)) return [];
    return [
      `there is no option ${section}.${name}.${hint(name)} It has no effect, but for an extension that reads it.`,
    ];
  });
}

/** What was meant, where it differs in case alone or stands in the other section. */
function hint(name: string): string {
  const meant = optionNames.find((each) => each.toLowerCase() === name.toLowerCase());
  return meant ? ` There is ${options[meant].section}.${meant}.` : '';
}

/** A secure page may not talk to an insecure server, but for one on the same machine. */
function describeAddress(webchat: unknown, { protocol }: Pick<Location, 'protocol'>): string[] {
  const dataURL = isRecord(webchat) ? webchat['dataURL'] : undefined;
  if (
    protocol !== 'https:' ||
    typeof dataURL !== 'string' ||
    !/^http:\/\/(?!localhost[:/]|127\.)/i.test(dataURL.trim())
  )
    return [];
  return [
    `webchat.dataURL is ${JSON.stringify(dataURL)}, and browsers forbid requests to http from an https page. Give its https address.`,
  ];
}
