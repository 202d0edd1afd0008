import type { OptionName } from './options.js';

/** Product names that count as one word although they have a capital inside. */
type Word<Text extends string> = Text extends `cometD${infer Rest}` ? `cometd${Rest}` : Text;

type Acronym<Text extends string> = Text extends `${infer Start}URL`
  ? `${Start}Url`
  : Text extends `${infer Start}ID`
    ? `${Start}Id`
    : Text;

type Camel<Text extends string> = Text extends `${infer First}.${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Text;

/** The property of an option: its path in camel case, acronyms as one word (`dataURL` → `dataUrl`). */
export type PropertyName<Name extends OptionName> = Acronym<Camel<Word<Name>>>;

/** The property of an option; see {@link PropertyName}. */
export function propertyName<Name extends OptionName>(name: Name): PropertyName<Name> {
  const words = name
    .replace('cometD', 'cometd')
    .replace(/(?<=U)RL$|(?<=I)D$/, (rest) => rest.toLowerCase())
    .replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  return words as PropertyName<Name>;
}

/** The attribute of an option: its property in kebab case (`chatButton.enabled` → `chat-button-enabled`). */
export function attributeName(name: OptionName): string {
  return propertyName(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
