import { describeValue } from './describe-value.js';
import { holdsOptions, needlessOptions, optionAt, rightPath } from './find-option.js';
import { nearestName } from './nearest-name.js';
import { attributeName, propertyName } from './option-names.js';
import { isPlainObject } from './option-types.js';
import { optionNames, type OptionName } from './options.js';
import { optionAttributes } from './read-options.js';

const needless: readonly string[] = needlessOptions;

/** A sentence for everything in a configuration, `{main, webchat}`, that is no option, with what is right. Never throws. */
export function describeStrangers(config: unknown): string[] {
  try {
    return isPlainObject(config) ? Object.keys(config).flatMap((name) => describeAt(name, config[name])) : [];
  } catch {
    // What lets nobody look at it is told where its options are read.
    return [];
  }
}

function describeAt(path: string, held: unknown): string[] {
  if (held === undefined || held === null || optionAt(path) || needless.includes(path)) return [];
  if (holdsOptions(path)) {
    if (isPlainObject(held)) return Object.keys(held).flatMap((key) => describeAt(`${path}.${key}`, held[key]));
    // Whole sections are told of with the options.
    return path.includes('.') ? [`${path} takes an object, but got ${describeValue(held)}. It is ignored.`] : [];
  }
  const right = rightPath(path);
  // Beside the sections there may stand what other code reads.
  if (right === undefined && !path.includes('.')) return [];
  const fix = right === undefined ? 'It has no effect, but for an extension that reads it.' : `Write ${right}.`;
  return [`there is no option ${path}, which is set to ${describeValue(held)}. ${fix}`];
}

/** An attribute of a tag. */
export interface TagAttribute {
  readonly name: string;
  readonly value: string;
}

/**
 * The same for an attribute of the tag that can only be meant for the chat, as it is near to a name that is known or
 * begins as groups of options do; nothing for any other, which may be the page's own.
 */
export function describeAttribute(attribute: unknown): string[] {
  // It is what the tag has found there.
  const { name, value } = attribute as TagAttribute;
  const attributes = optionAttributes();
  const properties = new Map(optionNames.map((each) => [attributeName(each), propertyName(each)]));
  const meant = nearestName(name, [...attributes.keys(), ...properties.keys(), 'config']);
  if (meant !== undefined && !attributes.has(meant)) {
    return [`${name} is no attribute; set the property ${properties.get(meant) ?? meant}.`];
  }
  const isInGroup = groups.some((group) => name.startsWith(`${group}-`));
  if (meant === undefined && !isInGroup) return [];
  const fix = meant === undefined ? 'It has no effect.' : `Write ${meant}.`;
  return [`there is no attribute ${name}, which is set to ${describeValue(value)}. ${fix}`];
}

/** How the attributes of options begin that stand in an object of the configuration. */
const groups = optionNames.flatMap((name) => {
  const [group, rest] = name.split('.');
  return group !== undefined && rest !== undefined ? attributeName(group as OptionName) : [];
});
