import { same, unsupported, type Fact } from './fact.js';
import { knownPlugins } from './known-plugins.js';

const otherChannel = (what: string): Fact =>
  unsupported(`${what} is no part of this chat; commands of it are rejected. Take it out, or keep it beside.`);

/** Plugins of Genesys Widgets other than the chat's own that are not here; contract: other widgets. */
export const absentPlugins: Readonly<Record<string, Fact>> = {
  App: unsupported('Themes and languages are options of the tag, which may change at any time: `theme`, `lang`.'),
  Common: unsupported('It had no commands that sites use.'),
  Console: unsupported('Every event is a DOM event of the tag, and `bus.registry()` lists all names.'),
  CoBrowse: otherChannel('Co-browsing'),
  Callback: otherChannel('Callback'),
  CallbackService: otherChannel('Callback'),
  SendMessage: otherChannel('Send Message'),
  SendMessageService: otherChannel('Send Message'),
  CallUs: otherChannel('Call Us'),
  Calendar: otherChannel('The calendar'),
  StatsService: otherChannel('Waiting times'),
  ChatDeflection: otherChannel('Chat deflection'),
  Offers: otherChannel('Offers'),
  Search: otherChannel('The search in a knowledge base'),
};

/** The section of the configuration that each of them has. */
const sections: Readonly<Record<string, string>> = {
  toaster: 'Toaster',
  overlay: 'Overlay',
  sidebar: 'SideBar',
  channelselector: 'ChannelSelector',
  console: 'Console',
  cobrowse: 'CoBrowse',
  callback: 'Callback',
  sendmessage: 'SendMessage',
  callus: 'CallUs',
  calendar: 'Calendar',
  stats: 'StatsService',
  chatdeflection: 'ChatDeflection',
  offers: 'Offers',
  search: 'Search',
};

/** What becomes of a section of the configuration beside `main` and `webchat`; undefined where it is the site's own. */
export function sectionFact(section: string): Fact | undefined {
  const plugin = sections[section];
  if (plugin === undefined) return undefined;
  return knownPlugins.has(plugin) ? same : absentPlugins[plugin];
}
