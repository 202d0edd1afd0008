import { fixture, html } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { until } from '../../support/frame-tab.js';
import { findPart } from '../../support/chat-fixture.js';

/** A tag whose neighbours are to be used. It is gone after the test. */
export async function tag(options: Readonly<Record<string, unknown>> = {}, dir = 'ltr'): Promise<GenesysWebchat> {
  const around = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
  // Nobody looks at colours in the middle of a fade.
  const element = await fixture<GenesysWebchat>(
    html`<genesys-webchat style="--gwc-speed: 0s" .config=${options}></genesys-webchat>`,
    { parentNode: around },
  );
  await element.whenReady;
  return element;
}

/** Waits until there is a part of that name. */
export async function appears(element: Element, name: string): Promise<HTMLElement> {
  await until(() => findPart(element, name) !== undefined);
  return findPart(element, name) ?? appears(element, name);
}

/** Whether there is a part of that name now. */
export function isThere(element: Element, name: string): boolean {
  return findPart(element, name) !== undefined;
}

/** Waits until there is no part of that name. */
export async function disappears(element: Element, name: string): Promise<void> {
  await until(() => findPart(element, name) === undefined);
}

/** What a plugin tells from now on, by short names. */
export function eventsOf(element: GenesysWebchat, plugin: string): string[] {
  const told: string[] = [];
  element.bus.observe(({ event, publisher }) => {
    if (publisher === plugin) told.push(event.slice(plugin.length + 1));
  });
  return told;
}

/** A plugin of the page with one command, which notes what it is given. */
export function pagePlugin(element: GenesysWebchat, name: string, command: string): { readonly calls: unknown[] } {
  const plugin = element.bus.registerPlugin(name);
  if (!plugin) throw new Error(`${name} was refused`);
  const calls: unknown[] = [];
  plugin.registerCommand(command, ({ data, deferred }) => {
    calls.push(data);
    deferred.resolve();
  });
  plugin.ready();
  return { calls };
}
