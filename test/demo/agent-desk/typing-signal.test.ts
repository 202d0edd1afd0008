import { expect, waitUntil } from '@open-wc/testing';
import { TypingSignal } from '../../../demo/agent-desk/typing-signal.js';

describe('typing signal', () => {
  function signal(quietTime: number, renewTime?: number): { typing: TypingSignal; told: boolean[] } {
    const told: boolean[] = [];
    return { typing: new TypingSignal((isTyping) => told.push(isTyping), quietTime, renewTime), told };
  }

  it('tells once that somebody types, however many keys follow at once', () => {
    const { typing, told } = signal(60_000);
    typing.type();
    typing.type();
    typing.type();
    typing.discard();
    expect(told).to.deep.equal([true]);
  });

  it('tells again when keys still come after a while', async () => {
    const { typing, told } = signal(60_000, 5);
    await waitUntil(() => {
      typing.type();
      return told.length === 2;
    });
    typing.discard();
    expect(told).to.deep.equal([true, true]);
  });

  it('tells a new start at once after a stop', () => {
    const { typing, told } = signal(60_000);
    typing.type();
    typing.stop();
    typing.type();
    typing.discard();
    expect(told).to.deep.equal([true, false, true]);
  });

  it('tells the stop by itself after the quiet time', async () => {
    const { typing, told } = signal(5);
    typing.type();
    await waitUntil(() => told.length === 2);
    expect(told).to.deep.equal([true, false]);
  });

  it('tells the stop at once, and only once', () => {
    const { typing, told } = signal(60_000);
    typing.type();
    typing.stop();
    typing.stop();
    expect(told).to.deep.equal([true, false]);
  });

  it('has nothing to stop before the first key', () => {
    const { typing, told } = signal(60_000);
    typing.stop();
    expect(told).to.deep.equal([]);
  });
});
