import { expect } from '@open-wc/testing';
import { systemPlatform } from '../../src/platform/platform.js';
import { uploadOf, type Upload, type UploadInit } from '../../src/platform/upload.js';

/** What the browser was told to do, by the class it did it with. */
class WatchedRequest extends XMLHttpRequest {
  static readonly made: WatchedRequest[] = [];
  readonly calls: unknown[][] = [];

  constructor() {
    super();
    WatchedRequest.made.push(this);
  }

  override open(...args: [method: string, url: string | URL]): void {
    this.calls.push(['open', ...args]);
    super.open(...args);
  }

  override setRequestHeader(...args: [name: string, value: string]): void {
    this.calls.push(['header', ...args]);
    super.setRequestHeader(...args);
  }

  override abort(): void {
    this.calls.push(['abort']);
    super.abort();
  }
}

function ownUpload(): Upload {
  const upload = uploadOf(systemPlatform);
  if (!upload) throw new Error('there is no XMLHttpRequest');
  return upload;
}

describe('what tells of an upload’s progress', () => {
  const other: typeof fetch = (input, init) => fetch(input, init);
  const upload: Upload = () => Promise.resolve(new Response());

  it('is what the host gives', () => {
    expect(uploadOf({ fetch: other, upload })).to.equal(upload);
    expect(uploadOf({ ...systemPlatform, upload })).to.equal(upload);
  });

  it('is the browser beside its own fetch, and nothing beside another', () => {
    expect(uploadOf({ ...systemPlatform })).to.be.a('function');
    expect(uploadOf({ ...systemPlatform, fetch: other })).to.equal(undefined);
  });
});

describe('the browser’s upload', () => {
  const url = `${location.origin}/servers/platform-upload/genesys/2/chat/customer-support`;
  const original = globalThis.XMLHttpRequest;

  const init = (changes: Partial<UploadInit> = {}): UploadInit => ({
    method: 'POST',
    headers: new Headers({ Accept: 'application/json', apikey: 'k' }),
    body: new URLSearchParams({ nickname: 'Ada' }),
    credentials: 'same-origin',
    signal: new AbortController().signal,
    ...changes,
  });

  beforeEach(() => {
    WatchedRequest.made.length = 0;
    globalThis.XMLHttpRequest = WatchedRequest;
  });

  afterEach(() => {
    globalThis.XMLHttpRequest = original;
  });

  it('answers as fetch does', async () => {
    const response = await ownUpload()(url, init(), () => {});
    expect([response.status, response.ok]).to.deep.equal([200, true]);
    expect(response.headers.get('Content-Type')).to.contain('application/json');
    expect(await response.json()).to.include({ statusCode: 0 });
    const missing = await ownUpload()(`${url}/nochat/refresh`, init(), () => {});
    expect([missing.status, missing.ok]).to.deep.equal([404, false]);
  });

  it('sends the headers, and cookies to other origins only when told to', async () => {
    await ownUpload()(url, init(), () => {});
    await ownUpload()(url, init({ credentials: 'include' }), () => {});
    const [first, second] = WatchedRequest.made;
    expect(first?.calls).to.deep.equal([
      ['open', 'POST', url],
      ['header', 'accept', 'application/json'],
      ['header', 'apikey', 'k'],
    ]);
    expect([first?.withCredentials, second?.withCredentials]).to.deep.equal([false, true]);
  });

  it('lets go of the signal when it is through', async () => {
    const controller = new AbortController();
    await ownUpload()(url, init({ signal: controller.signal }), () => {});
    controller.abort();
    expect(WatchedRequest.made[0]?.calls.flat()).to.not.include('abort');
  });
});
