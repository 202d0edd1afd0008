import { css } from 'lit';
import { ChatError } from '../../src/errors.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { consoleLogger } from '../../src/platform/logger.js';
import '../chat-side-bar/chat-side-bar.js';
import { sideBarParts, type ChatSideBar } from '../chat-side-bar/chat-side-bar.js';
import { ChannelList } from './channel-list.js';
import { checked, readChannels, sectionOf } from './channels.js';
import { heldFocus } from './held-focus.js';
import { LauncherPlace } from './launcher-place.js';
import type { NeighbourCommands, Neighbourhood } from './neighbourhood.js';

const alreadyClosed = 'SideBar is already closed';

/** On the bar's side of the screen, launcher and window make room for it. */
const room = css`
  @media (min-width: 601px) {
    :host {
      --_inline: calc(var(--gwc-offset-inline, 20px) + 60px);
    }
  }
`.styleSheet;

/** A bar at the edge of the screen with the ways to get in touch. */
export function sideBar(neighbourhood: Neighbourhood<'SideBar'>): NeighbourCommands<'SideBar'> {
  return new SideBar(neighbourhood).commands;
}

class SideBar {
  readonly commands: NeighbourCommands<'SideBar'> = {
    configure: (options) => this.#configure(checked(options)),
    open: () => this.#open(),
    close: () => this.#close(),
    expand: () => this.#expand(true),
    contract: () => this.#expand(false),
  };
  readonly #neighbourhood: Neighbourhood<'SideBar'>;
  readonly #list: ChannelList;
  readonly #launcher: LauncherPlace;
  #settings: Readonly<Record<string, unknown>> = {};
  #bar: ChatSideBar | undefined;

  constructor(neighbourhood: Neighbourhood<'SideBar'>) {
    this.#neighbourhood = neighbourhood;
    this.#launcher = new LauncherPlace(neighbourhood);
    const onChange = (): void => {
      if (this.#bar) this.#update(this.#bar);
    };
    this.#list = new ChannelList({ ...neighbourhood, texts: 'sidebar', onChange });
    this.#configure(sectionOf(neighbourhood.pageConfig, 'sidebar'));
  }

  #configure(given: Readonly<Record<string, unknown>>): undefined {
    this.#settings = { ...this.#settings, ...given };
    check(given);
    const plugins = this.#neighbourhood.plugin.registry();
    this.#list.set(readChannels('sidebar.channels', plugins, this.#settings['channels']));
  }

  #open(): undefined {
    if (this.#bar) throw new ChatError('SideBar is already opened');
    const { plugin, root } = this.#neighbourhood;
    const bar = document.createElement('genesys-chat-side-bar');
    this.#bar = bar;
    bar.setAttribute('exportparts', sideBarParts);
    bar.addEventListener('genesys-chat-toggle', () => {
      plugin.publish(bar.expanded ? 'expanded' : 'contracted');
    });
    this.#update(bar);
    // Before the window, which lies on it where it fills the screen.
    root.prepend(bar);
    plugin.publish('opened');
  }

  #close(): undefined {
    const bar = this.#bar;
    if (!bar) throw new ChatError(alreadyClosed);
    this.#bar = undefined;
    heldFocus(bar)(() => {
      bar.remove();
    });
    this.#makeRoom(false);
    this.#launcher.giveBack();
    this.#neighbourhood.plugin.publish('closed');
  }

  #expand(isExpanded: boolean): undefined {
    if (!this.#bar) throw new ChatError(alreadyClosed);
    const event = isExpanded ? 'expanded' : 'contracted';
    if (this.#bar.expanded === isExpanded) throw new ChatError(`SideBar is already ${event}`);
    this.#bar.expanded = isExpanded;
    this.#neighbourhood.plugin.publish(event);
  }

  #update(bar: ChatSideBar): void {
    const { locale, tag } = this.#neighbourhood;
    const { packed, texts, lang } = locale.get();
    const { position, expandOnHover } = this.#settings;
    const launcherSide = getComputedStyle(tag).direction === 'rtl' ? 'left' : 'right';
    bar.lang = lang;
    bar.heading = packed?.get('sidebar.SidebarTitle') ?? texts.InviteTitle ?? enFeatures.InviteTitle;
    bar.channels = this.#list.channels;
    bar.expandOnHover = expandOnHover !== false;
    bar.position = position === 'left' || position === 'right' ? position : launcherSide;
    this.#makeRoom(bar.position === launcherSide);
    if (this.#list.hasChat) this.#launcher.take();
    else this.#launcher.giveBack();
  }

  #makeRoom(isNeeded: boolean): void {
    const { root } = this.#neighbourhood;
    const others = root.adoptedStyleSheets.filter((sheet) => sheet !== room);
    root.adoptedStyleSheets = isNeeded && room ? [...others, room] : others;
  }
}

/** Tells what is no good; the defaults hold in its place. */
function check(given: Readonly<Record<string, unknown>>): void {
  const yesOrNo = [[true, false], 'true or false'] as const;
  const rows = {
    position: [['left', 'right'], "'left' or 'right'"],
    expandOnHover: yesOrNo,
    showOnStartup: yesOrNo,
  } as const;
  for (const [name, [values, takes]] of Object.entries(rows)) {
    const isGood = given[name] === undefined || values.some((value) => value === given[name]);
    if (!isGood) consoleLogger.error(`sidebar.${name} takes ${takes}. It is ignored.`);
  }
}
