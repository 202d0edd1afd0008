/** Plugins of Genesys Widgets that this chat does not have, with what they are for. */
const missing = new Map([
  ['CallUs', 'shows telephone numbers'],
  ['Callback', 'asks for a call back'],
  ['CallbackService', 'asks for a call back'],
  ['SendMessage', 'sends an email'],
  ['SendMessageService', 'sends an email'],
  ['CoBrowse', 'shares the screen'],
  ['Calendar', 'chooses a time for a call back'],
  ['StatsService', 'knows how long visitors wait'],
  ['ChatDeflection', 'answers before there is an agent'],
  ['KnowledgeCenter', 'answers from a knowledge base'],
  ['KnowledgeCenterService', 'answers from a knowledge base'],
  ['Search', 'answers from a knowledge base'],
  ['Offers', 'shows offers'],
  ['ClickToCall', 'calls by WebRTC'],
  ['Console', 'shows commands and events to developers'],
]);

/** What a command of such a plugin is rejected with. */
export function missingChannel(plugin: string): string | undefined {
  const purpose = missing.get(plugin);
  return (
    purpose && `There is no ${plugin} here: the plugin of Genesys Widgets that ${purpose} is not part of this chat`
  );
}

/** Sections of `_genesys.widgets` that configure such plugins, with their names. */
export const missingSections: ReadonlyMap<string, string> = new Map(
  [...missing.keys()].map((plugin) => [plugin.toLowerCase(), plugin]),
);
