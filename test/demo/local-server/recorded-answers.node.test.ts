import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { LocalServerHarness } from './local-server-harness.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

async function fixture(name: string): Promise<Json> {
  return JSON.parse(await readFile(new URL(`../../fixtures/gms-v2/${name}.json`, import.meta.url), 'utf8')) as Json;
}

/** Keys and kinds of values, without the values; an array is the shape of its first element. */
function shape(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

/** The part of a value that the other one has too, so that additions do not count. */
function commonWith(recorded: Json, ours: Json): Json {
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    return recorded.map((inner, index) => commonWith(inner, ours[index] ?? null));
  }
  if (!isObject(recorded) || !isObject(ours)) return ours;
  return Object.fromEntries(
    Object.keys(recorded).map((key) => [key, commonWith(recorded[key] ?? null, ours[key] ?? null)]),
  );
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function body(response: Response): Promise<Json> {
  return (await response.json()) as Json;
}

void test('a start has all that the documented answer has', async (t) => {
  const server = await LocalServerHarness.start(t);
  const recorded = await fixture('requestchat-doc-sample');
  const ours = await body(await server.post('', { firstName: 'First', lastName: 'Last' }));
  assert.deepEqual(shape(commonWith(recorded, ours)), shape(recorded));
  assert.equal((commonWith(recorded, ours) as { messages: { index: number }[] }).messages[0]?.index, 1);
});

void test('a send without position has exactly the shape of the recorded one', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  const recorded = await fixture('send-success-recorded');
  const ours = await body(await visitor.post('send', { message: 'x' }));
  assert.deepEqual(shape(ours), shape(recorded));
  assert.equal((ours as { nextPosition: number }).nextPosition, (recorded as { nextPosition: number }).nextPosition);
});

void test('a send after the end has exactly the shape of the recorded failure', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  await visitor.ask('disconnect');
  const recorded = (await fixture('send-failure-249-recorded')) as { errors: { code: number }[] };
  const ours = (await body(await visitor.post('send', { message: 'x' }))) as typeof recorded;
  assert.deepEqual(shape(ours), shape(recorded));
  assert.equal(ours.errors[0]?.code, recorded.errors[0]?.code);
});

void test('the file limits have all that the recorded notice has, and like it no index', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  const recorded = await fixture('file-limits-recorded');
  const ours = await body(await visitor.post('file/limits'));
  assert.deepEqual(shape(commonWith(recorded, ours)), shape(recorded));
  const { messages } = ours as { messages: Json[] };
  assert.deepEqual(shape(messages), shape((recorded as { messages: Json[] }).messages));
});
