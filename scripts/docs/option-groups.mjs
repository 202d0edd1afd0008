/** Headings, each before the option that it begins with. */
const headings = {
  dataURL: 'The server',
  userData: 'What goes with a chat',
  'polling.live': 'Asking for news',
  restoreTimeout: 'Coming back',
  mask: 'Privacy',
  'cometD.enabled': 'CometD',
  'async.enabled': 'Asynchronous chats',
  'transport.type': 'Transports',
  form: 'Form',
  maxMessageLength: 'Message box and messages',
  actionsMenu: 'Window',
  'chatButton.enabled': 'Launcher',
  'autoInvite.enabled': 'Invitations',
  lang: 'Language',
  theme: 'Looks',
  cookieOptions: 'The site',
};

/** The rows of the option table under their headings. */
export function optionGroups(rows) {
  const groups = [];
  for (const row of rows) {
    const heading = headings[row.name];
    if (heading) groups.push({ heading, rows: [] });
    groups.at(-1)?.rows.push(row);
  }
  const missing = Object.values(headings).find((heading) => !groups.some((group) => group.heading === heading));
  if (missing) throw new Error(`unable to group the options; the one under the heading ${missing} is gone`);
  return groups;
}
