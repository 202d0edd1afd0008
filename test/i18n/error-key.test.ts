import { expect } from '@open-wc/testing';
import { errorKey } from '../../src/i18n/error-key.js';
import type { Situation } from '../../src/i18n/unanswered.js';
import type { FailedAnswer } from '../../src/model/failure.js';

const failed = (status: number, ...codes: number[]): FailedAnswer => ({
  status,
  errors: codes.map((code) => ({ code, advice: 'secret', message: 'secret' })),
  operation: '',
  message: 'secret',
});

describe('error texts', () => {
  const cases: readonly [what: string, rejection: unknown, situation: Situation, key: string][] = [
    ['a code of the server', failed(200, 103), 'StartFailed', '103'],
    ['the first code that has a sentence', failed(200, 999, 364), 'StartFailed', '364'],
    ['a status', failed(503), 'MessageFailed', '503'],
    ['a code before the status', failed(500, 240), 'StartFailed', '240'],
    ['no answer to a start', failed(0), 'StartFailed', 'ChatUnavailable'],
    ['no answer in a chat', failed(0), 'MessageFailed', 'Disconnected'],
    ['a start at an address where nothing is', failed(404), 'StartFailed', 'ChatUnavailable'],
    ['a start that is not allowed', failed(401, 401), 'StartFailed', 'StartRefused'],
    ['a start that is forbidden', failed(403), 'StartFailed', 'StartRefused'],
    ['a chat that is closed to the visitor', failed(401), 'MessageFailed', '401'],
    ['a chat that is gone', failed(404), 'MessageFailed', '404'],
    ['an unknown failure to start', failed(418), 'StartFailed', 'StartFailed'],
    ['an unknown failure to send', failed(200, 9), 'MessageFailed', 'MessageFailed'],
    ['a sentence for developers', 'There is already an active chat session', 'StartFailed', 'StartFailed'],
    ['a text that is too long', { code: 204, text: 'secret' }, 'MessageFailed', '204'],
    ['a code without a sentence', { code: 9, text: 'secret' }, 'MessageFailed', 'MessageFailed'],
    ['nothing at all', undefined, 'MessageFailed', 'MessageFailed'],
    ['something else', { status: 500 }, 'MessageFailed', 'MessageFailed'],
  ];

  for (const [what, rejection, situation, key] of cases) {
    it(`has a sentence for ${what}`, () => {
      expect(errorKey(rejection, situation)).to.equal(key);
    });
  }
});
