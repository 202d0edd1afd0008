import { expect } from '@open-wc/testing';
import { systemPlatform } from '../../../src/platform/platform.js';
import type { Upload } from '../../../src/platform/upload.js';
import { GmsRestTransport, type GmsRestOptions } from '../../../src/transport/gms-rest/gms-rest-transport.js';
import type { SessionKeys, SessionRequest } from '../../../src/transport/transport.js';
import { bad, GmsHarness, good } from './gms-harness.js';

type Progress = [loaded: number, total: number];

const noKeys: SessionKeys = { chatId: 'c', secureKey: 's' };

function options(server: string, more: Partial<GmsRestOptions> = {}): GmsRestOptions {
  return { url: `${location.origin}/servers/${server}/genesys/2/chat/customer-support`, timeout: 5000, ...more };
}

/** A request to upload a file, with all that it hears of its progress. */
function upload(keys: SessionKeys, size = 10, onProgress: (...progress: Progress) => void = () => {}) {
  const progress: Progress[] = [];
  const file = new Blob([new Uint8Array(size)], { type: 'image/png' });
  const request: SessionRequest = {
    operation: 'uploadFile',
    keys,
    file,
    fileName: 'a.png',
    onProgress: (...each) => {
      progress.push(each);
      onProgress(...each);
    },
  };
  return { request, progress };
}

/** A transport whose uploads are sent as the test says, and whose other requests get one answer. */
function uploadingBy(send: Upload, more: Partial<GmsRestOptions> = {}) {
  const fetched: RequestInit[] = [];
  const platform = {
    clock: systemPlatform.clock,
    upload: send,
    fetch: (_: unknown, init: RequestInit = {}) => {
      fetched.push(init);
      return Promise.resolve(Response.json({ statusCode: 0, userData: { 'file-id': 'by fetch' } }));
    },
  };
  return { fetched, transport: new GmsRestTransport(options('none', more), platform) };
}

describe('an upload whose progress is wanted', () => {
  it('tells of it up to the last byte before it is answered', async () => {
    const gms = new GmsHarness('upload-progress');
    const transport = new GmsRestTransport(options('upload-progress'), systemPlatform);
    for (const size of [0, 1, 3_000_000]) {
      const keys = await gms.start();
      const { request, progress } = upload(keys, size);
      const answer = transport.exchange(request).then((given) => ({ given, heard: progress.length }));
      const { given, heard } = await answer;
      expect(good(given).userData?.['file-id']).to.match(/^[0-9A-F]{16}$/);
      expect(heard).to.be.greaterThan(0);
      const [loaded, total] = progress.at(-1) ?? [0, 0];
      expect(loaded).to.equal(total);
      expect(total).to.be.greaterThan(size);
      const steps = progress.map(([each]) => each);
      expect(steps).to.deep.equal([...steps].sort((one, other) => one - other));
      const blob = await gms.transport.download({
        operation: 'downloadFile',
        keys,
        fileId: good(given).userData?.['file-id'] ?? '',
      });
      expect(blob instanceof Blob && [blob.size, blob.type]).to.deep.equal([size, 'image/png']);
    }
  });

  it('takes the fetch that a host has put in place', async () => {
    const gms = new GmsHarness('upload-own-fetch');
    const { request, progress } = upload(await gms.start());
    good(await gms.transport.exchange(request));
    expect(gms.sent.map(({ url }) => url.split('/').at(-1))).to.deep.equal(['customer-support', 'file']);
    expect(progress).to.deep.equal([]);
  });

  it('takes fetch when nobody wants to hear of the progress', async () => {
    const { transport, fetched } = uploadingBy(() => Promise.reject(new Error('not this way')));
    const { request } = upload(noKeys);
    good(await transport.exchange({ ...request, onProgress: undefined } as unknown as SessionRequest));
    expect(fetched).to.have.length(1);
  });

  it('has the head of any other request', async () => {
    const seen: [url: string, init: object, headers: string[][]][] = [];
    const send: Upload = (url, init) => {
      seen.push([url, init, [...init.headers]]);
      return Promise.resolve(Response.json({ statusCode: 0, userData: { 'file-id': 'F' } }));
    };
    const headers = { 'X-Tenant': '7', 'content-type': 'text/plain' };
    const { transport } = uploadingBy(send, { apikey: 'k', headers, withCredentials: true });
    good(await transport.exchange(upload(noKeys).request));
    const [[url, init, sent] = ['', {}, []]] = seen;
    expect(url).to.equal(`${options('none').url}/c/file`);
    expect(init).to.include({ method: 'POST', credentials: 'include' });
    expect(sent).to.deep.equal([
      ['accept', 'application/json'],
      ['apikey', 'k'],
      ['x-tenant', '7'],
    ]);
  });

  it('is not bounded by the time-out', async () => {
    const gms = new GmsHarness('upload-unbounded');
    const transport = new GmsRestTransport(options('upload-unbounded', { timeout: 1 }), {
      ...systemPlatform,
      clock: gms.clock,
    });
    const keys = await gms.start();
    const before = gms.clock.delays.length;
    await gms.faults({ latencyMs: 30 });
    good(await transport.exchange(upload(keys).request));
    expect(gms.clock.delays).to.have.length(before);
  });
});

describe('an upload that fails', () => {
  for (const [faults, kind, status, retryAfter] of [
    [{ offline: true }, 'unreachable', 0, undefined],
    [{ statusCode: 503 }, 'unavailable', 503, 1000],
    [{ statusCode: 400 }, 'refused', 400, undefined],
    [{ statusCode: 2 }, 'refused', 200, undefined],
    [{ statusCode: 200 }, 'unavailable', 200, undefined],
  ] as const) {
    it(`is ${kind} with ${JSON.stringify(faults)}`, async () => {
      const server = `upload-fault-${JSON.stringify(faults).replace(/\W+/g, '-')}`;
      const gms = new GmsHarness(server);
      const keys = await gms.start();
      await gms.faults(faults);
      const failed = bad(await new GmsRestTransport(options(server), systemPlatform).exchange(upload(keys).request));
      expect(failed).to.include({ kind, chatEnded: false });
      expect(failed.retryAfter).to.equal(retryAfter);
      expect(failed.answer).to.include({ status, operation: 'uploadFile' });
    });
  }

  it('is refused when the headers cannot be sent', async () => {
    const { transport, fetched } = uploadingBy(() => Promise.reject(new Error('never')), { headers: { 'a b': 'c' } });
    expect(bad(await transport.exchange(upload(noKeys).request)).kind).to.equal('refused');
    expect(fetched).to.deep.equal([]);
  });

  it('is sent once more, by fetch, when no byte has left, as where the server answers no preflight', async () => {
    const { transport, fetched } = uploadingBy((_url, _init, onProgress) => {
      onProgress(0, 100);
      return Promise.reject(new TypeError('no preflight'));
    });
    const answer = good(await transport.exchange(upload(noKeys).request));
    expect(answer.userData).to.deep.equal({ 'file-id': 'by fetch' });
    expect(fetched).to.have.length(1);
  });

  it('is not sent once more when the server may have it', async () => {
    const { transport, fetched } = uploadingBy((_url, _init, onProgress) => {
      onProgress(1, 100);
      return Promise.reject(new TypeError('broken'));
    });
    const failed = bad(await transport.exchange(upload(noKeys).request));
    expect(failed.kind).to.equal('unreachable');
    expect(failed.answer.message).to.equal('unable to uploadFile; TypeError: broken');
    expect(fetched).to.deep.equal([]);
  });
});

describe('an upload that is given up', () => {
  it('is aborted at once, in the middle, and is heard of no more', async () => {
    const gms = new GmsHarness('upload-abort');
    const keys = await gms.start();
    await gms.faults({ lostAnswerRate: 1 });
    const controller = new AbortController();
    const { request, progress } = upload(keys, 2_000_000, () => {
      controller.abort();
    });
    const transport = new GmsRestTransport(options('upload-abort'), systemPlatform);
    expect(bad(await transport.exchange(request, controller.signal)).kind).to.equal('aborted');
    expect(progress).to.have.length(1);
  });

  it('is not sent by fetch either, nor heard of, when it had not begun', async () => {
    const controller = new AbortController();
    let tell: (loaded: number, total: number) => void = () => {};
    const { transport, fetched } = uploadingBy((_url, { signal }, onProgress) => {
      tell = onProgress;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new DOMException('given up', 'AbortError'));
        });
      });
    });
    const { request, progress } = upload(noKeys);
    const answer = transport.exchange(request, controller.signal);
    controller.abort();
    expect(bad(await answer).kind).to.equal('aborted');
    tell(1, 2);
    expect(progress).to.deep.equal([]);
    expect(fetched).to.deep.equal([]);
  });
});
