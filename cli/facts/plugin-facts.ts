import { missingChannel, missingSections } from '../../components/internal/missing-channels.js';
import { same, sameBut, unsupported, type Fact } from './fact.js';
import { knownPlugins } from './known-plugins.js';

/** Plugins of Genesys Widgets that have no table of names here, or are not here at all; contract: other widgets. */
export const otherPlugins: Readonly<Record<string, Fact>> = {
  App: sameBut(
    '`setTheme`, `setLanguage`, `closeAll`, `updateAJAXHeader` and the like; all are options of the tag too.',
  ),
  ...Object.fromEntries([...missingSections.values()].map((plugin) => [plugin, missing(plugin)])),
};

/** What becomes of a section of the configuration beside `main` and `webchat`; undefined where it is the site's own. */
export function sectionFact(section: string): Fact | undefined {
  const plugin = missingSections.get(section.toLowerCase());
  if (plugin !== undefined) return missing(plugin);
  return [...knownPlugins.keys()].some((name) => name.toLowerCase() === section.toLowerCase()) ? same : undefined;
}

function missing(plugin: string): Fact {
  return unsupported(`${missingChannel(plugin) ?? ''}. Take it out, or keep it beside.`);
}
