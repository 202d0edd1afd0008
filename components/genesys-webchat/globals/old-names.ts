/** A method whose first argument is a full name. */
type Method = (name: string, ...rest: unknown[]) => unknown;

/** The methods of a bus, or of a plugin of it, that are called with names. */
interface Named {
  readonly command: Method;
  readonly subscribe: Method;
  readonly before: Method;
  /** Of a bus alone. */
  readonly registerPlugin?: (name: string) => object | false;
}

/** The same bus, which knows commands and events by their names in Widgets 8.5 too: `cx.plugin.WebChat.open`. */
export function withOldNames(bus: object): object {
  const { command, subscribe, before, registerPlugin } = bus as Named;
  const renamed =
    (method: Method): Method =>
    (name, ...rest) =>
      method(short(name), ...rest);
  const plugin = { ...bus, command: renamed(command), subscribe: renamed(subscribe), before: renamed(before) };
  if (!registerPlugin) return plugin;
  return {
    ...plugin,
    registerPlugin: (name: string) => {
      const registered = registerPlugin(short(name));
      return registered && withOldNames(registered);
    },
  };
}

/** What is no text is told by the bus. */
function short(name: string): string {
  return typeof name === 'string' ? name.replace(/^cx\.plugin\./, '') : name;
}
