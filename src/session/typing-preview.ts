import { readOption } from './read-options.js';

/** What of a text field is used, so that a page's own realm or a jQuery object's content serves too. */
interface TextField extends EventTarget {
  readonly value: string;
}

const textTypes = ['text', 'search', 'email', 'url', 'tel'];

/**
 * Calls back with the text of a field whenever the visitor changes it; returns how to stop.
 * @throws {ChatError} when it is no text field.
 */
export function previewTyping(input: unknown, onText: (text: string) => void): () => void {
  const field = toTextField(input);
  const onInput = () => {
    onText(field.value);
  };
  field.addEventListener('input', onInput);
  return () => {
    field.removeEventListener('input', onInput);
  };
}

/** The field itself, or the first of a jQuery object. */
function toTextField(input: unknown): TextField {
  return readOption('input', 'a text input or a textarea', input, (given) => {
    const first: unknown = isObject(given) && !('tagName' in given) && '0' in given ? given[0] : given;
    return isObject(first) && isTextField(first) ? first : undefined;
  });
}

function isTextField(element: object): element is TextField {
  if (!('tagName' in element && 'value' in element && 'type' in element)) return false;
  return element.tagName === 'TEXTAREA' || (element.tagName === 'INPUT' && textTypes.includes(String(element.type)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
