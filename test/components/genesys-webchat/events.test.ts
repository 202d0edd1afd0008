import { expect, fixture, html } from '@open-wc/testing';
import { dispatchBusEvent } from '../../../components/genesys-webchat/bus-event-dispatcher.js';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { names } from '../../../src/plugins/names.js';
import { chatElement, nextEvent } from '../../support/chat-element.js';

/** Every way a built-in event shows on an element. */
describe('dispatching a bus event', () => {
  for (const plugin of ['WebChatService', 'WebChat'] as const) {
    for (const name of names[plugin].events) {
      const isBare = plugin === 'WebChatService' || !(names.WebChatService.events as readonly string[]).includes(name);

      it(`${plugin}.${name} bubbles and is composed under its full name${isBare ? ', and stays put under its bare one' : ''}`, () => {
        const element = document.createElement('div');
        const heard: [string, boolean, boolean, unknown][] = [];
        for (const type of [name, `${plugin}.${name}`]) {
          element.addEventListener(type, (event) => {
            const { bubbles, composed, detail } = event as CustomEvent<unknown>;
            heard.push([event.type, bubbles, composed, detail]);
          });
        }
        const data = { list: [1] };
        dispatchBusEvent(element, { event: `${plugin}.${name}`, publisher: plugin, data, time: 0 });
        expect(heard).to.deep.equal([
          [`${plugin}.${name}`, true, true, data],
          ...(isBare ? [[name, false, false, data]] : []),
        ]);
      });
    }
  }
});

describe('<genesys-webchat> events', () => {
  it('dispatches events of any plugin under their full name only', async () => {
    const { element } = await chatElement();
    const plugin = element.registerPlugin('MyPlugin');
    if (!plugin) throw new Error('the name is free');
    const heard: string[] = [];
    for (const name of ['MyPlugin.saved', 'saved']) element.addEventListener(name, ({ type }) => heard.push(type));
    plugin.publish('saved', { id: 7 });
    expect(heard).to.deep.equal(['MyPlugin.saved']);
  });

  it('gives each listener name a copy of its own, and the bus keeps its data', async () => {
    const { element } = await chatElement();
    const plugin = element.registerPlugin('MyPlugin');
    if (!plugin) throw new Error('the name is free');
    const data = { list: [1] };
    element.addEventListener('MyPlugin.saved', (event) => {
      (event as CustomEvent<typeof data>).detail.list.push(2);
    });
    plugin.publish('saved', data);
    expect(data.list).to.deep.equal([1]);
  });

  it('hands on what is no plain data as it is', async () => {
    const { element } = await chatElement();
    const plugin = element.registerPlugin('MyPlugin');
    if (!plugin) throw new Error('the name is free');
    const node = document.createElement('p');
    const heard: unknown[] = [];
    element.addEventListener('MyPlugin.shown', (event) =>
      heard.push((event as CustomEvent<{ node: Node }>).detail.node),
    );
    plugin.publish('shown', { node });
    expect(heard).to.deep.equal([node]);
  });

  it('publishes nothing in the connecting task, so that a listener added right after misses nothing', async () => {
    const element = document.createElement('genesys-webchat');
    document.body.append(element);
    const ready = nextEvent(element, 'ready');
    const windowReady = nextEvent(element, 'WebChat.ready');
    await ready;
    await windowReady;
    await element.whenReady;
    element.remove();
  });

  it('is ready without a page that waits for it', async () => {
    const element = await fixture<GenesysWebchat>(html`<genesys-webchat></genesys-webchat>`);
    await element.whenReady;
    await element.open();
    await element.close();
  });
});
