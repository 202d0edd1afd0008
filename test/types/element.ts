import type {} from '../../components/genesys-webchat/index.js';
import type { Bus, ChatMessage, GenesysWebchat, PublicAnswer } from '../../components/genesys-webchat/index.js';

/** Takes nothing but the very type. */
declare function is<Type>(): <Given>(given: Given & (Same<Given, Type> extends true ? unknown : never)) => void;
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** The tag's name gives the class, wherever the platform takes a name. */
export function tag(): void {
  is<GenesysWebchat>()(document.createElement('genesys-webchat'));
  is<GenesysWebchat | null>()(document.querySelector('genesys-webchat'));
}

/** Events are typed by their name, bare or full. */
export function events(chat: GenesysWebchat): void {
  chat.addEventListener('messageReceived', ({ detail }) => {
    is<ChatMessage[]>()(detail.messages);
    is<boolean>()(detail.restoring);
    // @ts-expect-error -- there is no such thing in it
    void detail.message;
  });
  chat.addEventListener('WebChatService.agentConnected', ({ detail }) => is<number>()(detail.numAgentsConnected));
  chat.addEventListener('error', ({ detail }) => is<number>()(detail.status));
  chat.addEventListener('started', ({ detail }) => is<PublicAnswer>()(detail));
  chat.addEventListener('WebChat.opened', ({ detail }) => is<number | false>()(detail.opened));
  chat.addEventListener('ended', ({ detail }) => is<undefined>()(detail));
  // What the platform and extensions tell is heard too.
  chat.addEventListener('click', (event) => is<PointerEvent>()(event));
  chat.addEventListener('MyPlugin.saved', () => undefined, { once: true });
  // @ts-expect-error -- a message has no such status
  chat.addEventListener('messageStatus', ({ detail }) => detail.status === 'lost');
}

/** Options are properties, each of its own type. */
export function options(chat: GenesysWebchat): void {
  chat.dataUrl = 'https://gms.example/genesys/2/chat/sales';
  chat.theme = 'dark';
  chat.mask = true;
  chat.mask = [/\d{9}/];
  chat.userData = { plan: 'gold' };
  chat.config = { main: { lang: 'fr' }, webchat: { maxMessageLength: 100 } };
  is<number>()(chat.maxMessageLength);
  is<string | undefined>()(chat.deploymentId);
  // @ts-expect-error -- it takes a number
  chat.maxMessageLength = '100';
  // @ts-expect-error -- it takes the name of a theme
  chat.theme = 1;
  // @ts-expect-error -- there is no such option
  chat.dataURL = '/chat';
}

/** Commands know their options and what they resolve with. */
export async function commands(chat: GenesysWebchat): Promise<void> {
  const { messages } = await chat.command('WebChatService.getTranscript');
  is<ChatMessage[]>()(messages);
  is<PublicAnswer>()(await chat.command('WebChatService.sendMessage', { message: 'Hello' }));
  is<Blob>()(await chat.command('WebChatService.downloadFile', { fileId: '1' }));
  is<undefined>()(await chat.open({ form: { firstname: 'Ada' } }));
  is<PublicAnswer>()(await chat.startChat({ nickname: 'Ada', userData: { order: 42 } }));
  is<PublicAnswer>()(await chat.sendMessage('Hello'));
  await chat.command('WebChat.minimize', { minimized: true }).done((result) => is<undefined>()(result));
  // @ts-expect-error -- a message has a text
  await chat.command('WebChatService.sendMessage', { text: 'Hello' });
  // @ts-expect-error -- it takes true or false
  await chat.minimize('yes');
  // @ts-expect-error -- its result has no such thing
  void (await chat.command('WebChatService.getAgents')).messages;
  // A command of an extension is known to the extension alone.
  is<unknown>()(await chat.command('MyPlugin.save', { anything: true }));
}

/** Extensions hear and intercept with the same types. */
export function extension(chat: GenesysWebchat): void {
  is<Bus['ready']>()(chat.bus.ready);
  const plugin = chat.registerPlugin('MyPlugin');
  if (!plugin) return;
  plugin.subscribe('WebChatService.messageReceived', ({ data }) => is<ChatMessage[]>()(data.messages));
  plugin.before('WebChatService.sendMessage', (given) => ({ ...given, message: given.message.trim() }));
  plugin.before('WebChat.open', () => false);
  plugin.registerCommand('save', ({ deferred }) => {
    deferred.resolve('saved');
  });
  // @ts-expect-error -- there is no such thing in its options
  plugin.before('WebChatService.sendMessage', (given) => given.text.length < 100);
}
