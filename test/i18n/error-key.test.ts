import { expect } from '@open-wc/testing';
import { errorKey, type FailedOperation } from '../../src/i18n/error-key.js';
import type { FailedAnswer } from '../../src/model/failure.js';

const failed = (status: number, ...codes: number[]): FailedAnswer => ({
  status,
  errors: codes.map((code) => ({ code, advice: 'secret', message: 'secret' })),
  operation: '',
  message: 'secret',
});

describe('error texts', () => {
  const cases: readonly [what: string, rejection: unknown, operation: FailedOperation, key: string][] = [
    ['a code of the server', failed(200, 103), 'start', '103'],
    ['the first code that has a sentence', failed(200, 999, 364), 'start', '364'],
    ['a status', failed(503), 'send', '503'],
    ['a code before the status', failed(500, 240), 'start', '240'],
    ['no answer to a start', failed(0), 'start', 'ChatUnavailable'],
    ['no answer in a chat', failed(0), 'send', 'Disconnected'],
    ['a start at an address where nothing is', failed(404), 'start', 'ChatUnavailable'],
    ['a start that is not allowed', failed(401, 401), 'start', 'StartRefused'],
    ['a start that is forbidden', failed(403), 'start', 'StartRefused'],
    ['a chat that is closed to the visitor', failed(401), 'send', '401'],
    ['a chat that is gone', failed(404), 'send', '404'],
    ['an unknown failure to start', failed(418), 'start', 'StartFailed'],
    ['an unknown failure to send', failed(200, 9), 'send', 'MessageFailed'],
    ['an unknown failure to end', failed(200), 'end', 'Generic'],
    ['a sentence for developers', 'There is already an active chat session', 'start', 'StartFailed'],
    ['nothing at all', undefined, 'send', 'MessageFailed'],
    ['something else', { status: 500 }, 'send', 'MessageFailed'],
  ];

  for (const [what, rejection, operation, key] of cases) {
    it(`has a sentence for ${what}`, () => {
      expect(errorKey(rejection, operation)).to.equal(key);
    });
  }
});
