/** Where hostile text can enter a conversation. */
export type Entrance = 'text' | 'markdown' | 'html' | 'nickname' | 'fileName' | 'pushUrl' | 'content';

/** Text that would do harm if it were anything but text. Each tries to set `window.hacked` or to lead elsewhere. */
export const hostileTexts: readonly string[] = [
  '<script>window.hacked = true</script>',
  '<img src="x" onerror="window.hacked = true">',
  '"><img src=x onerror=window.hacked=true>',
  "'><svg/onload=window.hacked=true>",
  '<svg><script>window.hacked=true</script></svg>',
  '<iframe srcdoc="<script>parent.hacked=true</script>"></iframe>',
  '<a href="javascript:window.hacked=true">click</a>',
  '<style>* { display: none }</style>',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example/"><input name="card"><button>Go</button></form>',
  '<template shadowrootmode="open"><img src=x onerror=window.hacked=true></template>',
  '</div></template><img src=x onerror=window.hacked=true>',
  '<!--><img src=x onerror=window.hacked=true>-->',
  '<?lit$123$?><img src=x onerror=window.hacked=true>',
  '{{constructor.constructor("window.hacked=true")()}}',
  '${window.hacked = true}',
  '&lt;img src=x onerror=window.hacked=true&gt;',
  '&#60;img src=x onerror=window.hacked=true&#62;',
  '\u003Cscript>window.hacked=true\u003C/script>',
  '__proto__',
  'constructor',
];

/** Addresses that must lead nowhere. */
export const hostileAddresses: readonly string[] = [
  'javascript:window.hacked=true',
  'JaVaScRiPt:window.hacked=true',
  ' javascript:window.hacked=true',
  'java\tscript:window.hacked=true',
  'java\nscript:window.hacked=true',
  '\u0001javascript:window.hacked=true',
  'javascript://example.com/%0Awindow.hacked=true',
  'javascript:/*https://example.com*/window.hacked=true',
  'vbscript:msgbox(1)',
  'data:text/html,<script>parent.hacked=true</script>',
  'data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGFja2VkPXRydWU8L3NjcmlwdD4=',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=true"/>',
  'blob:https://example.com/1-2-3',
  'file:///etc/passwd',
  'filesystem:https://example.com/temporary/a.html',
  'view-source:https://example.com',
  'about:blank',
  'intent://example.com#Intent;scheme=javascript;end',
  '//evil.example/a',
  '/\\evil.example',
];

/** Markdown that would do harm if its parser let it. */
export const hostileMarkdown: readonly string[] = [
  ...hostileAddresses.flatMap((address) => [
    `[a](${address})`,
    `[a](<${address}>)`,
    `![a](${address})`,
    `<${address}>`,
  ]),
  '[a]: javascript:window.hacked=true\n\n[a]',
  '[a](java&#115;cript:window.hacked=true)',
  '[a](javascript&colon;window.hacked=true)',
  '[a](https://example.com" onclick="window.hacked=true)',
  '![a](https://example.com/a.png" onerror="window.hacked=true)',
  '[<img src=x onerror=window.hacked=true>](https://example.com)',
  '`<img src=x onerror=window.hacked=true>`',
  '```html" onclick="window.hacked=true\n<script>window.hacked=true</script>\n```',
  '| <img src=x onerror=window.hacked=true> |\n| --- |\n| <script>window.hacked=true</script> |',
  '- [x] <img src=x onerror=window.hacked=true>',
  '1"><img src=x onerror=window.hacked=true>. a',
  '# <svg onload=window.hacked=true>',
];

/** Structured content with the text or address in every place that takes one. */
export function hostileContent(given: string): unknown[] {
  const action = { type: 'Link', text: given, url: given, payload: given };
  const card = {
    title: given || 'a',
    description: given,
    image: given,
    defaultAction: action,
    actions: [action, { ...action, type: 'Postback' }, { ...action, type: given }],
  };
  return [
    { contentType: 'Card', card },
    { contentType: 'Carousel', carousel: { cards: [card, card] } },
    {
      contentType: 'Attachment',
      attachment: { id: given, url: given, filename: given, mime: given, mediaType: given },
    },
    { contentType: 'Attachment', attachment: { url: 'https://example.com/a', filename: given, mime: given } },
    { contentType: 'QuickReply', quickReply: { text: given, payload: given, action: given } },
    { contentType: 'ButtonResponse', buttonResponse: { text: given, payload: given, type: given } },
    { contentType: given, [given]: given },
  ];
}
