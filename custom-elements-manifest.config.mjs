import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { busEventsPlugin } from './scripts/bus-events-plugin.mjs';
import { hostStylingPlugin } from './scripts/host-styling-plugin.mjs';
import { optionAttributesPlugin } from './scripts/option-attributes-plugin.mjs';
import { publicMembersPlugin } from './scripts/public-members-plugin.mjs';
import { publishedModulePlugin } from './scripts/published-module-plugin.mjs';

const tagName = 'genesys-webchat';

/** `npm run manifest`: what editors and tools know of the tag, made of the sources. */
export default {
  globs: ['components/**/*.ts'],
  exclude: ['components/**/*.styles.ts'],
  litelement: true,
  outdir: '.',
  packagejson: false,
  plugins: [
    publicMembersPlugin(),
    await optionAttributesPlugin({ tagName }),
    busEventsPlugin({
      tagName,
      tables: [
        { plugin: 'WebChatService', path: 'src/model/chat-events.ts', name: 'ChatEvents' },
        { plugin: 'WebChat', path: 'src/plugins/names.ts', name: 'WebChatEvents' },
      ],
    }),
    hostStylingPlugin({
      tagName,
      styles: ['components/styles/tokens.ts', 'components/chat-window/chat-window.styles.ts'],
    }),
    publishedModulePlugin({ tagName, path: 'dist/package/index.js' }),
    customElementVsCodePlugin({ outdir: '.', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: '.', hideLogs: true, packageJson: false }),
  ],
};
