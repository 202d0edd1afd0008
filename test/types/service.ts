import { createBus, type Bus, type Catalogue } from '../../src/bus/index.js';
import { createWebChatService, type ChatCatalogue, type PublicAnswer } from '../../src/index.js';

/** The headless service has the same typed commands and events. */
export async function service(): Promise<string> {
  const chat = createWebChatService({ webchat: { dataURL: '/chat' } }, { bus: createBus<ChatCatalogue>() });
  chat.subscribe('WebChatService.ended', ({ data }) => {
    const nothing: undefined = data;
    return nothing;
  });
  const answer: PublicAnswer = await chat.command('WebChatService.startChat', { nickname: 'Ada' });
  // @ts-expect-error -- `userData` is an object
  await chat.command('WebChatService.startChat', { userData: 'gold' });
  // @ts-expect-error -- there is no window here
  void chat.open;
  return answer.chatId ?? '';
}

interface Shop extends Catalogue {
  commands: { 'Shop.buy': { options: { item: string }; result: number } };
  events: { 'Shop.bought': { price: number } };
}

/** A bus of one's own has a catalogue of one's own. */
export async function bus(): Promise<number> {
  const own: Bus<Shop> = createBus<Shop>();
  own.subscribe('Shop.bought', ({ data }) => data.price.toFixed(2));
  // @ts-expect-error -- an item is named by a text
  await own.command('Shop.buy', { item: 42 });
  return own.command('Shop.buy', { item: 'lamp' });
}
