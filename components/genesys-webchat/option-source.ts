import { propertyName, type PropertyName } from '../../src/config/option-names.js';
import { optionNames, type OptionName, type ResolvedOptions } from '../../src/config/options.js';
import type { MaskSetting } from '../../src/config/option-types.js';
import {
  configLayer,
  filledHolder,
  optionAttributes,
  readAttribute,
  readOptions,
  type ChatConfig,
  type Mistake,
} from '../../src/config/read-options.js';
import { sentences } from '../../src/errors.js';
import type { Logger } from '../../src/platform/logger.js';

/** Each option as a property of the element; those that every element has, as `lang`, are the platform's. */
export type OptionProperties = {
  -readonly [Name in OptionName as Exclude<PropertyName<Name>, keyof HTMLElement | 'mask'>]: ResolvedOptions[Name];
} & {
  /** What is set in whichever short form is read in detail. */
  get mask(): ResolvedOptions['mask'];
  set mask(setting: MaskSetting);
};

/** Attribute names and the options that they set. */
export const attributes = optionAttributes();

/** What HTML and frameworks put on any element; all that else is no option may be a slip. */
const isCommon = /^(id|class|style|slot|data-(?!ur)|aria-|_)/;

/** The options of one element, from all places where a site can set them. */
export class OptionSource {
  readonly #logger: Logger;
  readonly #pageConfig: () => unknown;
  readonly #attributes: () => Iterable<Attr>;
  readonly #onChange: () => void;
  readonly #told = new Set<string>();
  readonly #own: Partial<Record<OptionName, unknown>> = {};
  #script: unknown;
  #config: ChatConfig | undefined;
  #configured: ChatConfig | undefined;
  #resolved: ResolvedOptions | undefined;

  /**
   * `pageConfig` gives what the page's globals say, `attributes` those of the tag; `onChange` is told when some option
   * may have another value.
   */
  constructor(logger: Logger, pageConfig: () => unknown, attributes: () => Iterable<Attr>, onChange: () => void) {
    this.#logger = logger;
    this.#pageConfig = pageConfig;
    this.#attributes = attributes;
    this.#onChange = onChange;
  }

  /** The value of every option now. A value that is no good is told in the log, soon and once. */
  get options(): ResolvedOptions {
    this.#resolved ??= this.#resolve();
    return this.#resolved;
  }

  /** The configuration in the legacy shape; it wins over attributes and properties. */
  get config(): ChatConfig | undefined {
    return this.#config;
  }

  set config(config: ChatConfig | undefined) {
    this.#config = config;
    this.changed();
  }

  /** Takes the configuration in the legacy shape that the tag's JSON script holds, its `text`; everything else wins over it. */
  setScript(config: unknown, text?: string): void {
    this.#script = config;
    if (text !== undefined) void this.#tellLost(text, config);
    this.changed();
  }

  /** Takes a `webchat` configuration over what there is, as the command `WebChatService.configure` does. */
  configure(webchat: Readonly<Record<string, unknown>>): void {
    this.#configured = { webchat: { ...this.#configured?.webchat, ...webchat } };
    this.changed();
  }

  /** Takes what a property was set to; undefined gives the option back to its default. */
  set(name: OptionName, value: unknown): void {
    this.#own[name] = value;
    this.changed();
  }

  /** Takes an attribute's text; null when it is gone. */
  setAttribute(name: OptionName, attributeText: string | null): void {
    this.set(name, readAttribute(name, attributeText));
  }

  /** Reads all options anew: some may have another value. */
  changed(): void {
    this.#resolved = undefined;
    this.#onChange();
  }

  #resolve(): ResolvedOptions {
    const own = {
      source: 'tag',
      read: (name: OptionName) => this.#own[name],
      mistakes: [...this.#attributes()]
        .filter(({ name }) => !attributes.has(name) && !isCommon.test(name))
        .map((raw) => ({ source: 'tag', name: 'attribute', raw }) as const),
    };
    const { options, mistakes } = readOptions([
      // What else may stand there, the code that the globals bring tells once for all tags.
      configLayer('_genesys.widgets', this.#pageConfig(), undefined, false),
      configLayer('JSON script', this.#script, filledHolder),
      own,
      configLayer('config', this.#config),
      configLayer('configure', this.#configured),
    ]);
    const { dataURL = '' } = options;
    // A server that renders the tag has no page.
    const isSecure = typeof location !== 'undefined' && location.protocol === 'https:';
    const told =
      isSecure && dataURL.startsWith('http:')
        ? [...mistakes, { source: 'tag', name: 'address', raw: dataURL } as const]
        : mistakes;
    if (told.length > 0) void this.tell(told);
    return options;
  }

  /** Tells what JSON has dropped of the text, since it stands there twice. */
  async #tellLost(text: string, config: unknown): Promise<void> {
    const late = await import('../../src/config/lost-names.js').catch(() => undefined);
    const raw = late?.lostNames(text, config) ?? [];
    if (raw.length > 0) await this.tell([{ source: 'JSON script', name: 'lost', raw }]);
  }

  /** Tells what is no good in the log, soon and once. */
  async tell(mistakes: readonly Mistake[]): Promise<void> {
    // No page that is in order pays for the sentences.
    const remarks = await import('../../src/config/describe-mistake.js').then(
      ({ describeMistakes }) => describeMistakes(mistakes),
      () => [{ level: 'error', sentence: sentences.notLoaded }] as const,
    );
    for (const { level, sentence } of remarks) {
      if (this.#told.has(sentence)) continue;
      this.#told.add(sentence);
      this.#logger[level](sentence);
    }
  }
}

/** Gives the class a property for each option. `lang` is there already: the platform reflects it to its attribute. */
export function defineOptionProperties<Host extends HTMLElement>(
  prototype: Host,
  sourceOf: (element: Host) => OptionSource,
): void {
  for (const name of optionNames) {
    const property = propertyName(name);
    if (property in prototype) continue;
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: Host) {
        return sourceOf(this).options[name];
      },
      set(this: Host, value: unknown) {
        sourceOf(this).set(name, value);
      },
    });
  }
}

/** Takes over what a page set on the element before its class was known. */
export function upgradeOptionProperties(element: HTMLElement): void {
  for (const property of ['config', ...optionNames.map(propertyName)]) {
    const early = Object.getOwnPropertyDescriptor(element, property);
    if (!early) continue;
    Reflect.deleteProperty(element, property);
    Reflect.set(element, property, early.value);
  }
}
