import { expect } from '@open-wc/testing';
import { createStore } from '../src/store.js';
import { failuresOf } from './bus/harness.js';

describe('a store', () => {
  it('tells its listeners of each change, with what was before', () => {
    const store = createStore(1);
    const told: unknown[] = [];
    const stop = store.listen((now, before) => told.push([now, before]));
    store.set(2);
    store.set(2);
    stop();
    store.set(3);
    expect(told).to.deep.equal([[2, 1]]);
    expect(store.get()).to.equal(3);
  });

  it('tells a subscriber what it holds at once', () => {
    const store = createStore('a');
    const told: string[] = [];
    store.subscribe((now) => told.push(now));
    store.set('b');
    expect(told).to.deep.equal(['a', 'b']);
  });

  it('needs no this: its functions may be handed on', () => {
    const { subscribe, set, get } = createStore('a');
    const told: string[] = [];
    const stop = subscribe((now) => told.push(now));
    set('b');
    stop();
    set('c');
    expect([...told, get()]).to.deep.equal(['a', 'b', 'c']);
  });

  it('tells the newest value last, when a listener sets it again', () => {
    const store = createStore(0);
    const told: number[] = [];
    store.listen((now) => {
      if (now === 1) store.set(2);
    });
    store.listen((now) => told.push(now));
    store.set(1);
    expect(told).to.deep.equal([2]);
  });

  it('tells nobody who has stopped listening meanwhile', () => {
    const store = createStore(0);
    const told: number[] = [];
    store.listen(() => {
      stop();
    });
    const stop = store.listen((now) => told.push(now));
    store.set(1);
    expect(told).to.deep.equal([]);
  });

  it('reports what a listener throws, and tells the others', async () => {
    const store = createStore(0);
    const told: number[] = [];
    store.listen(() => {
      throw new Error('broken');
    });
    store.listen((now) => told.push(now));
    const failures = await failuresOf(() => {
      store.set(1);
    });
    expect(failures.map(String)).to.deep.equal(['Error: broken']);
    expect(told).to.deep.equal([1]);
  });
});
