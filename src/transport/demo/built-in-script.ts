import type { DemoScript } from './demo-script.js';
import { lampPicture } from './lamp-picture.js';

const quickReply = (text: string) => ({ contentType: 'QuickReply', quickReply: { text } });
const choices = [quickReply('Show me cards'), quickReply('Send a picture'), quickReply('That is all')];

const card = (title: string, description: string) => ({
  title,
  description,
  image: `data:image/png;base64,${lampPicture}`,
  actions: [{ type: 'Postback', text: `Tell me about ${title}`, payload: title }],
});

/** What is played where a site gives no script: it shows one of everything. */
export const builtInScript: DemoScript = {
  steps: [
    { wait: 600 },
    { join: 'Robin' },
    { say: 'Hello {nickname}, this is Robin.' },
    {
      say: 'I am a script, not a person, so feel free to try everything. What would you like to see?',
      content: choices,
    },
  ],
  answers: [
    {
      to: ['card', 'lamp', 'product'],
      steps: [
        {
          say: 'These two are in stock:',
          content: [
            {
              contentType: 'Carousel',
              carousel: {
                cards: [card('Heron', 'A reading lamp. 129 €'), card('Plover', 'A lamp for the desk. 89 €')],
              },
            },
          ],
        },
      ],
    },
    {
      to: ['heron', 'plover', 'tell me about'],
      steps: [{ say: 'A good choice. It comes with a bulb and a cable of two metres.', content: choices }],
    },
    {
      to: ['picture', 'image', 'photo', 'file'],
      steps: [
        { say: 'One moment, I look for it.' },
        { file: { name: 'lamp.png', type: 'image/png', base64: lampPicture } },
        { say: 'Here it is.', content: choices },
      ],
    },
    {
      to: ['colleague', 'somebody else', 'human'],
      steps: [
        { say: 'I get a colleague.' },
        { leave: true },
        { wait: 800 },
        { join: 'Kim' },
        { say: 'Hi, this is Kim.' },
      ],
    },
    {
      to: ['that is all', 'bye', 'thank'],
      steps: [{ say: 'Thank you for trying it, {nickname}. Goodbye!' }, { wait: 800 }, { leave: true }, { end: true }],
    },
    { steps: [{ say: 'You wrote: {text}' }, { say: 'A real agent would know more.', content: choices }] },
    { steps: [{ say: 'I see. Write to me about a lamp, a picture or a colleague.', content: choices }] },
  ],
};
