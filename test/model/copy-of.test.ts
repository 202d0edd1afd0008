import { expect } from '@open-wc/testing';
import { copyOf } from '../../src/model/copy-of.js';

describe('a copy', () => {
  const list = [1, 'a', null, true, undefined];

  for (const [what, value] of Object.entries({
    'a text': 'a',
    nothing: undefined,
    'an empty object': {},
    'a list': list,
    'an object in lists in objects': { a: { b: [{ c: list }, []] } },
    'an object without a prototype': Object.assign(Object.create(null) as object, { a: [1] }),
    'a point in time': { at: new Date(0) },
    'a map': new Map([['a', { b: 1 }]]),
    'a field called __proto__': JSON.parse('{"__proto__": {"a": {"b": 1}}}') as unknown,
  })) {
    it(`of ${what} is like it`, () => {
      const copy = copyOf(value);
      expect(copy).to.deep.equal(structuredClone(value));
      expect(({} as { a?: unknown }).a).to.equal(undefined);
    });
  }

  it('shares nothing with what it was made of', () => {
    const value = { a: { b: [{ c: 1 }] }, at: new Date(0) };
    const copy = copyOf(value);
    copy.a.b[0] = { c: 2 };
    copy.at.setTime(5);
    expect(value).to.deep.equal({ a: { b: [{ c: 1 }] }, at: new Date(0) });
  });

  it('has nothing that a page has given to every list and every object', () => {
    const prototypes = [Array.prototype, Object.prototype];
    for (const prototype of prototypes) Object.assign(prototype, { each: () => undefined });
    const copy = copyOf({ list: [1] });
    for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'each');
    expect(Object.keys(copy)).to.deep.equal(['list']);
    expect(Object.keys(copy.list)).to.deep.equal(['0']);
  });

  it('may be made of a circle', () => {
    const value: { a: number; self?: unknown } = { a: 1 };
    value.self = value;
    expect(copyOf(value)).to.have.nested.property('self.self.a', 1);
  });
});
