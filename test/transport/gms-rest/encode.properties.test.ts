import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { encodeAny } from './encode-any.js';
import type { ChatRequest, DownloadRequest, SessionKeys } from '../../../src/transport/transport.js';

type AnyRequest = ChatRequest | DownloadRequest;

/** What a server reads in a request: where it goes, the fields of its form, and the map under bracket keys. */
interface Seen {
  readonly path: readonly string[];
  readonly fields: Readonly<Record<string, FormDataEntryValue>>;
  readonly userData: Readonly<Record<string, FormDataEntryValue>>;
}

/** Texts of any script, control characters and emoji included; a form cannot carry half a surrogate pair. */
const texts = fc.string({ unit: 'binary' });
/** Ids that are no dots, which would name another address. */
const ids = fc.string({ unit: 'binary', minLength: 1 }).filter((id) => id !== '.' && id !== '..');
const positions = fc.nat();
const userData = fc.dictionary(texts, texts, { noNullPrototype: true });

const keys: fc.Arbitrary<SessionKeys> = fc.record(
  { chatId: ids, secureKey: texts, userId: texts, alias: texts },
  { requiredKeys: ['chatId', 'secureKey'], noNullPrototype: true },
);

/** A request of this operation with these fields, of which some may be missing. */
function request(operation: string, required: Fields = {}, optional: Fields = {}): fc.Arbitrary<AnyRequest> {
  const model: Fields = { operation: fc.constant(operation), keys, ...required, ...optional };
  const requiredKeys = ['operation', 'keys', ...Object.keys(required)];
  return fc.record(model, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<unknown> as fc.Arbitrary<AnyRequest>;
}

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const starts = fc.record(
  {
    operation: fc.constant('start' as const),
    nickname: texts,
    firstName: texts,
    lastName: texts,
    emailAddress: texts,
    subject: texts,
    text: texts,
    userData,
  },
  { requiredKeys: ['operation', 'userData'], noNullPrototype: true },
) as fc.Arbitrary<AnyRequest>;

/** Requests with a plain form, of every operation that has one. */
const requests: fc.Arbitrary<AnyRequest> = fc.oneof(
  starts,
  request('send', { text: texts }, { messageType: texts, position: positions }),
  request('refresh', { position: positions }),
  request('startTyping', {}, { text: texts }),
  request('stopTyping', {}, { text: texts }),
  request('disconnect'),
  request('fileLimits'),
  request('pushUrl', { url: texts }),
  request('updateNickname', { nickname: texts }),
  request('customNotice', { text: texts }, { messageType: texts }),
  request('updateData', { userData }),
  request('readReceipt', { position: positions }),
  request('deleteFile', { fileId: ids }),
  request('downloadFile', { fileId: ids }),
);

describe('a server that reads the form of a request', () => {
  it('sees what was asked for, whatever the texts and the data are', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        expect(read(asked)).to.deep.equal(expected(asked));
      }),
    );
  });

  it('sees what was uploaded, and what is told with it', async () => {
    const uploads = request(
      'uploadFile',
      { file: fc.uint8Array().map((bytes) => new Blob([new Uint8Array(bytes)])), fileName: texts },
      { userData },
    );
    await fc.assert(
      fc.asyncProperty(uploads, async (asked) => {
        if (asked.operation !== 'uploadFile') throw new Error('it is no upload');
        const { body } = encodeAny(asked);
        const file = body.get('file') as File;
        expect(file.name).to.equal(asked.fileName);
        expect(new Uint8Array(await file.arrayBuffer())).to.deep.equal(new Uint8Array(await asked.file.arrayBuffer()));
        body.delete('file');
        expect(readFields(body)).to.deep.equal(readFields(expectedForm(asked)));
      }),
    );
  });
});

describe('the address of a request', () => {
  /** Also what is no text by rights, and what looks like a way to somewhere else. */
  const anyIds = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('.', '..', '/', '\\', '%2e', '%2F', '?', '#', '@', ':', ' ', '\t', '\n', '\ud800', 'a'))
      .map((all) => all.join('')),
  );

  it('is below the service, as deep as the operation needs, for every id; or there is none', () => {
    fc.assert(
      fc.property(anyIds, anyIds, (chatId, fileId) => {
        const asked: AnyRequest = { operation: 'deleteFile', keys: { chatId, secureKey: 's' }, fileId };
        const path = pathOf(asked);
        if (path === undefined) return;
        const address = new URL(`https://gms.example/genesys/2/chat/support${path}`);
        expect(address.origin).to.equal('https://gms.example');
        expect(address.search + address.hash).to.equal('');
        const segments = address.pathname.split('/').slice(1).map(decodeURIComponent);
        expect(segments).to.deep.equal(['genesys', '2', 'chat', 'support', chatId, 'file', fileId, 'delete']);
      }),
      { numRuns: 500 },
    );
  });
});

/** The path of a request, or nothing for one that is refused in the way it should be. */
function pathOf(asked: AnyRequest): string | undefined {
  try {
    return encodeAny(asked).path;
  } catch (error) {
    expect(error).to.be.an.instanceOf(RangeError);
    return undefined;
  }
}

/** Reads a request as a server does that knows the contract and not our code: from the text that goes over the wire. */
function read(asked: AnyRequest): Seen {
  const { path, body } = encodeAny(asked);
  const form = new URLSearchParams((body as URLSearchParams).toString());
  const [, ...segments] = new URL(`https://gms.example${path}`).pathname.split('/');
  return { path: segments.map(decodeURIComponent), ...readFields(form) };
}

function readFields(form: Iterable<[string, FormDataEntryValue]>): Pick<Seen, 'fields' | 'userData'> {
  const pairs = [...form].map(([name, value]) => [/^userData\[(.*)\]$/su.exec(name)?.[1], name, value] as const);
  return {
    fields: Object.fromEntries(pairs.flatMap(([key, name, value]) => (key === undefined ? [[name, value]] : []))),
    userData: Object.fromEntries(pairs.flatMap(([key, , value]) => (key === undefined ? [] : [[key, value]]))),
  };
}

/** Where the contract has another name for a field than the request. */
const wireNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  send: { text: 'message', position: 'transcriptPosition' },
  refresh: { position: 'transcriptPosition' },
  readReceipt: { position: 'transcriptPosition' },
  startTyping: { text: 'message' },
  stopTyping: { text: 'message' },
  customNotice: { text: 'message' },
  pushUrl: { url: 'pushUrl' },
};

const wirePaths: Readonly<Record<string, readonly string[]>> = { fileLimits: ['file', 'limits'], start: [] };

function expected(asked: AnyRequest): Seen {
  const path = asked.operation === 'start' ? [''] : [asked.keys.chatId, ...pathBelowChat(asked)];
  // Without a path the address is the service's own, which here is the root.
  return { path, ...readFields(expectedForm(asked)) };
}

function pathBelowChat(asked: Exclude<AnyRequest, { operation: 'start' }>): readonly string[] {
  if (asked.operation === 'deleteFile') return ['file', asked.fileId, 'delete'];
  if (asked.operation === 'downloadFile') return ['file', asked.fileId, 'download'];
  return wirePaths[asked.operation] ?? [asked.operation];
}

/** The form that the contract describes, put together by its names. */
function expectedForm(asked: AnyRequest): FormData {
  const { chatId: _, ...identity } = 'keys' in asked ? asked.keys : { chatId: '' };
  const { operation, keys: __, fileId: ___, file: ____, fileName: _____, userData: data, ...own } = asked as Loose;
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...own, ...identity })) {
    form.append(wireNames[operation]?.[name] ?? name, value);
  }
  for (const [key, value] of Object.entries(data ?? {})) form.append(`userData[${key}]`, value);
  return form;
}

/** A request of which each field may be there. */
interface Loose {
  readonly operation: string;
  readonly keys?: SessionKeys;
  readonly fileId?: string;
  readonly file?: Blob;
  readonly fileName?: string;
  readonly userData?: Readonly<Record<string, string>>;
}
