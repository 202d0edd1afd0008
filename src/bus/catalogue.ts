/**
 * The commands and events that a bus knows by type, keyed by full name
 * (`Plugin.name`). Names outside it stay usable and are typed `unknown`.
 */
export interface Catalogue {
  /** What each command takes and what its promise resolves with. */
  commands: Record<string, { options: unknown; result: unknown }>;
  /** What each event carries as `data`. */
  events: Record<string, unknown>;
}

/** A full command name; those of the catalogue are suggested, any other is allowed. */
export type CommandName<C extends Catalogue> = (keyof C['commands'] & string) | (string & {});

/** A full event name; those of the catalogue are suggested, any other is allowed. */
export type EventName<C extends Catalogue> = (keyof C['events'] & string) | (string & {});

/** What a caller gives to a command; `void` for nothing. */
export type CommandOptions<C extends Catalogue, Name extends string> = Name extends keyof C['commands']
  ? C['commands'][Name]['options']
  : unknown;

/** What a command's handler and interceptors get: the bus puts an object where a caller gave nothing. */
export type GivenOptions<C extends Catalogue, Name extends string> = [CommandOptions<C, Name>] extends [void]
  ? object
  : Exclude<CommandOptions<C, Name>, void>;

/** What a command's promise resolves with. */
export type CommandResult<C extends Catalogue, Name extends string> = Name extends keyof C['commands']
  ? C['commands'][Name]['result']
  : unknown;

/** What an event carries. */
export type EventData<C extends Catalogue, Name extends string> = Name extends keyof C['events']
  ? C['events'][Name]
  : unknown;
