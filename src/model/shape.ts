/**
 * What a value from outside must look like. It says what is wrong, as the rest of a sentence that begins with the
 * value's name: ` is not a text`, `.from.type is missing`. It never repeats a value, which may be a secret.
 */
export type Shape = (value: unknown) => string | undefined;

/** A value that passes the test; `kind` ends the sentence "is not …". */
export function being(kind: string, test: (value: unknown) => boolean): Shape {
  return (value) => (test(value) ? undefined : value === undefined ? ' is missing' : ` is not ${kind}`);
}

/** A text. */
export const text = being('a text', (value) => typeof value === 'string');

/** A number that counts something. */
export const wholeNumber = being('a whole number', Number.isSafeInteger);

/** `true` or `false`. */
export const truth = being('true or false', (value) => typeof value === 'boolean');

/** The shape, unless there is no value at all. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined || value === null ? undefined : shape(value));
}

/** A list of values of that shape. */
export function listOf(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return ' is not a list';
    for (const [at, each] of value.entries()) {
      const problem = shape(each);
      if (problem !== undefined) return `.${String(at)}${problem}`;
    }
    return undefined;
  };
}

/** An object whose fields have these shapes, whatever else it holds. */
export function objectOf(fields: Readonly<Record<string, Shape>>): Shape {
  const shapes = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null) return value === undefined ? ' is missing' : ' is not an object';
    const held = value as Readonly<Record<string, unknown>>;
    for (const [name, shape] of shapes) {
      const problem = shape(held[name]);
      if (problem !== undefined) return `.${name}${problem}`;
    }
    return undefined;
  };
}

/** The shape, and one thing more: `also` says what is wrong with a value that has the shape. */
export function both(shape: Shape, also: Shape): Shape {
  return (value) => shape(value) ?? also(value);
}
