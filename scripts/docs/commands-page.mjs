import { fieldsOf, membersOf, sourceOf } from './interfaces.mjs';
import { note, prose } from './prose.mjs';

const path = 'src/plugins/names.ts';
const neighbours = 'src/plugins/neighbour-names.ts';
const tables = {
  WebChatService: [path, 'WebChatServiceCommands'],
  WebChat: [path, 'WebChatCommands'],
  Toaster: [neighbours, 'ToasterCommands'],
  Overlay: [neighbours, 'OverlayCommands'],
  WindowManager: [neighbours, 'WindowManagerCommands'],
  SideBar: [neighbours, 'SideBarCommands'],
  ChannelSelector: [neighbours, 'ChannelSelectorCommands'],
};

/** What commands take and give, by the file that declares it. */
const types = [
  [path, 'StartChatOptions'],
  [path, 'FormValues'],
  [path, 'SendMessageOptions'],
  [path, 'OpenOptions'],
  [path, 'MenuItemOptions'],
  [path, 'InjectedMessage'],
  [path, 'SessionData'],
  ['src/model/chat-events.ts', 'ChatStats'],
  ['src/model/file-limits.ts', 'FileLimits'],
  [neighbours, 'ToastOptions'],
  [neighbours, 'OverlayOptions'],
  [neighbours, 'SideBarOptions'],
  [neighbours, 'ChannelSelectorOptions'],
  [neighbours, 'ChannelOptions'],
  [neighbours, 'ShownContent'],
];

/** `docs/commands.md`. */
export function commandsPage() {
  const parts = Object.entries(tables).map(([plugin, [file, name]]) => {
    const commands = membersOf(file, name).map((command) => describe(plugin, command));
    return `## ${plugin}\n\n${commands.join('\n\n')}`;
  });
  return `# Commands

${note}

Everything that the chat does, it does by commands, so that your code can do it too, and can step in before:

\`\`\`js
const chat = document.querySelector('genesys-webchat');
await chat.command('WebChatService.sendMessage', { message: 'Hello' });
\`\`\`

A command returns a promise that also has \`done\`, \`fail\` and \`always\`. It waits until its plugin is ready, and is rejected with a stable sentence, or with an object that says what the server answered. \`open\`, \`close\`, \`minimize\`, \`startChat\`, \`sendMessage\` and \`endChat\` are also methods of the tag.

${parts.join('\n\n')}

## Types

${types.map(([file, name]) => `### ${name}\n\n\`\`\`ts\n${sourceOf(file, name)}\n\`\`\``).join('\n\n')}

What answers and messages look like is in [events](events.md#payloads).
`;
}

function describe(plugin, command) {
  const fields = fieldsOf(command);
  const options = fields.get('options');
  const lines = [
    ...(options === 'void' ? [] : [`Takes \`${options.replace(/ \| void$/, '')}\`.`]),
    ...(fields.get('result') === 'undefined' ? [] : [`Resolves with \`${fields.get('result')}\`.`]),
  ];
  return `### ${plugin}.${command.name}\n\n${prose(command.comment)}${lines.length > 0 ? `\n\n${lines.join(' ')}` : ''}`;
}
