import { membersOf, sourceOf } from './interfaces.mjs';
import { code, note, prose, table } from './prose.mjs';

const neighbours = 'src/plugins/neighbour-names.ts';
const tables = {
  WebChatService: ['src/model/chat-events.ts', 'ChatEvents'],
  WebChat: ['src/plugins/names.ts', 'WebChatEvents'],
  Toaster: [neighbours, 'ToasterEvents'],
  Overlay: [neighbours, 'OverlayEvents'],
  WindowManager: [neighbours, 'WindowManagerEvents'],
  SideBar: [neighbours, 'SideBarEvents'],
  ChannelSelector: [neighbours, 'ChannelSelectorEvents'],
};

/** What the events carry, by the file that declares it. */
const payloads = [
  ['src/model/chat-events.ts', 'PublicAnswer'],
  ['src/model/chat-events.ts', 'MessagesReceived'],
  ['src/model/chat-events.ts', 'PublicSessionData'],
  ['src/model/message.ts', 'ChatMessage'],
  ['src/model/message.ts', 'MessageStatus'],
  ['src/model/chat-events.ts', 'ConnectionChange'],
  ['src/model/agent.ts', 'Agents'],
  ['src/model/agent.ts', 'Agent'],
  ['src/model/chat-events.ts', 'TypingChange'],
  ['src/model/failure.ts', 'FailedAnswer'],
  ['src/model/failure.ts', 'ServerError'],
  ['src/model/file-status.ts', 'FileStatus'],
  ['src/model/window-metadata.ts', 'WindowMetadata'],
];

/** `docs/events.md`. */
export function eventsPage() {
  const parts = Object.entries(tables).map(([plugin, [path, name]]) => {
    const rows = membersOf(path, name).map((event) => [
      code(event.name),
      prose(event.comment),
      event.text === 'undefined' ? '' : typeCell(event.text),
    ]);
    return `## ${plugin}\n\n${table(['event', 'when', '`detail`'], rows)}`;
  });
  return `# Events

${note}

Everything that happens is dispatched on the tag as a \`CustomEvent\`, and published on the bus with the same data: under its full name (\`WebChatService.ended\`), which bubbles and crosses shadow roots, and, if it is of \`WebChatService\` or \`WebChat\`, under its bare name (\`ended\`) on the tag alone. \`ready\` and \`started\` exist twice: the bare name is that of \`WebChatService\`.

\`\`\`js
const chat = document.querySelector('genesys-webchat');
chat.addEventListener('messageReceived', ({ detail }) => console.log(detail.messages));
document.addEventListener('WebChat.opened', () => console.log('the window is open'));
chat.bus.subscribe('WebChatService.ended', () => console.log('over'));
\`\`\`

Each listener gets a copy of its own. Events of other plugins, your own too, are dispatched under their full names.

${parts.join('\n\n')}

## Payloads

${payloads.map(([path, name]) => `### ${name}\n\n\`\`\`ts\n${sourceOf(path, name)}\n\`\`\``).join('\n\n')}
`;
}

/** The name of a type that is shown below leads there. */
function typeCell(text) {
  const [, name] = payloads.find(([, each]) => each === text) ?? [];
  return name ? `[${code(name)}](#${name.toLowerCase()})` : code(text.replaceAll(/\s+/g, ' '));
}
