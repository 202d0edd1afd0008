import { busEventsPlugin } from './scripts/bus-events-plugin.mjs';
import { optionAttributesPlugin } from './scripts/option-attributes-plugin.mjs';
import { publicMembersPlugin } from './scripts/public-members-plugin.mjs';

export default {
  globs: ['components/**/*.ts'],
  exclude: ['components/**/*.styles.ts'],
  litelement: true,
  outdir: '.',
  packagejson: false,
  plugins: [
    publicMembersPlugin(),
    await optionAttributesPlugin({ tagName: 'genesys-webchat' }),
    busEventsPlugin({
      tagName: 'genesys-webchat',
      tables: [
        { plugin: 'WebChatService', path: 'src/model/chat-events.ts', name: 'ChatEvents' },
        { plugin: 'WebChat', path: 'src/plugins/names.ts', name: 'WebChatEvents' },
      ],
    }),
  ],
};
