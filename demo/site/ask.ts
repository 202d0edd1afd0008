/** Opens the chat from a product's own button and tells the agent which lamp the visitor looks at. */
import type {} from '../../components/genesys-webchat/index.js';

const chat = document.querySelector('genesys-webchat');

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-ask]')) {
  button.addEventListener('click', () => {
    const product = button.dataset['ask'];
    const options = { form: { subject: `About ${product ?? 'a lamp'}` }, userData: { product } };
    // It rejects while the chat is on screen already, where there is nothing left to do.
    chat?.open(options).catch(() => undefined);
  });
}
