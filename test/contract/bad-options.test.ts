import { expect } from '@open-wc/testing';
import { names, type WebChatServiceCommands } from '../../src/plugins/names.js';
import { failuresOf, reasonOf } from '../bus/harness.js';
import { serviceWithServer, startedConversation, type Conversation } from '../support/service-fixture.js';

type Command = keyof WebChatServiceCommands;

/** How a command is called with a bad value for one of its options, and what it says of it. */
interface BadCall {
  readonly command: Command;
  /** As the rejection names it. */
  readonly option: string;
  readonly with: (value: unknown) => object;
  /** The rejection; by default it names the option, what it takes and what it got. */
  readonly says?: () => string;
  readonly takes?: string;
  /** What it takes, though others do not. */
  readonly accepts?: readonly string[];
}

/** An option, held by a getter that throws where the value is to be one. */
function holding(name: string, value: unknown, others: object = {}): object {
  const get = (): unknown => {
    if (value === thrown) throw new TypeError('a getter of the page');
    return value;
  };
  return Object.defineProperty({ ...others }, name, { get, enumerable: true });
}

const thrown = {};

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

/** What no option takes, and the words for it. */
const badValues: readonly (readonly [what: string, value: unknown, words: string])[] = [
  ['a BigInt', 7n, 'a value of type bigint'],
  ['an object that holds itself', cyclic, 'a value of type object'],
  ['a symbol', Symbol('page'), 'a value of type symbol'],
  ['null', null, 'nothing'],
  ['a list', [], 'a list'],
  ['a getter that throws', thrown, 'a value that cannot be read'],
];

const one = (option: string, others: object = {}) => ({
  option,
  with: (value: unknown) => holding(option, value, others),
});
const optional = { accepts: ['null'] };
const malformed = () => 'malformed data object provided in userData property';
const noText = () => 'No message text provided';

const badCalls: readonly BadCall[] = [
  { command: 'sendMessage', ...one('message'), says: noText },
  { command: 'sendCustomNotice', ...one('message'), says: noText },
  { command: 'sendFilteredMessage', ...one('message', { regex: /x/ }), says: noText },
  {
    command: 'sendFilteredMessage',
    ...one('regex', { message: 'Hello' }),
    takes: 'a regular expression or the text of one',
  },
  { command: 'sendTyping', ...one('message'), takes: 'a text', ...optional },
  { command: 'resendMessage', ...one('id'), takes: 'the id of a failed message' },
  { command: 'discardMessage', ...one('id'), takes: 'the id of a failed message' },
  { command: 'cancelFile', ...one('id'), takes: 'the id of a file that is being sent' },
  { command: 'downloadFile', ...one('fileId'), says: () => 'No fileId provided' },
  { command: 'downloadFile', ...one('fileName', { fileId: 'F1' }), takes: 'a text', ...optional },
  { command: 'downloadFile', ...one('save', { fileId: 'F1', fileName: '' }), takes: 'true or false', ...optional },
  { command: 'registerTypingPreviewInput', ...one('input'), takes: 'a text input or a textarea' },
  {
    command: 'addPrefilter',
    ...one('filters'),
    says: () =>
      'Missing or invalid filters provided. Please provide a regular expression or an array of regular expressions.',
  },
  ...['nickname', 'firstname', 'lastname', 'email', 'subject', 'message', 'text'].map((field) => ({
    command: 'startChat' as const,
    ...one(field, { nickname: 'Ada' }),
    takes: 'a text',
    // A number becomes the text that it is.
    accepts: ['null', 'a BigInt'],
  })),
  {
    command: 'startChat',
    option: 'subject',
    with: (value) => ({ form: holding('subject', value) }),
    takes: 'a text',
    accepts: ['null', 'a BigInt'],
  },
  { command: 'startChat', ...one('form'), takes: 'an object', accepts: ['null', 'an object that holds itself'] },
  { command: 'startChat', ...one('async', { nickname: 'Ada' }), takes: 'true or false', ...optional },
  { command: 'startChat', ...one('userData'), says: malformed, accepts: ['null'] },
  {
    command: 'startChat',
    option: 'userData',
    with: (value) => ({ userData: holding('plan', value) }),
    says: malformed,
    accepts: ['null', 'a BigInt', 'a list'],
  },
  { command: 'updateUserData', ...one('plan'), says: malformed, accepts: ['null', 'a BigInt', 'a list'] },
  {
    command: 'restore',
    ...one('sessionData'),
    says: () => 'The chat session could not be restored',
    accepts: ['null'],
  },
  { command: 'restore', ...one('async'), takes: 'true or false', ...optional },
];

/** Those whose sentence stands in their own tests: what they take and got, in other words. */
const inOtherWords: readonly (BadCall & { readonly pattern: RegExp })[] = [
  { command: 'sendFile', ...one('files'), pattern: /^files takes a File, .*, and got .+/ },
  {
    command: 'registerPreProcessor',
    ...one('preprocessor'),
    pattern: /^No preprocessor function provided\. Type provided was '\w+'\.$/,
  },
];

/** What a command needs to be there before it looks at its options. */
function readyFor(command: Command): Promise<Conversation> | ReturnType<typeof serviceWithServer> {
  return command === 'startChat' || command === 'restore' ? serviceWithServer() : startedConversation();
}

/** What it is rejected with; nothing is reported to the page. */
async function rejection(command: Command, options: object): Promise<unknown> {
  const chat = await readyFor(command);
  let reason: unknown;
  const failures = await failuresOf(async () => {
    reason = await reasonOf(chat.command(command, options));
  });
  expect(failures).to.deep.equal([]);
  return reason;
}

describe('a bad option', () => {
  for (const [what, value, words] of badValues) {
    for (const { command, option, with: call, takes = '', says, accepts = [] } of badCalls) {
      if (accepts.includes(what)) continue;
      it(`of ${command}: ${option} as ${what}`, async () => {
        const sentence = says?.() ?? `${option} takes ${takes}, but got ${words}`;
        expect(await rejection(command, call(value))).to.equal(sentence);
      });
    }

    for (const { command, option, with: call, pattern } of inOtherWords) {
      it(`of ${command}: ${option} as ${what}`, async () => {
        expect(await rejection(command, call(value))).to.match(pattern);
      });
    }
  }

  const withOptions = new Set([...badCalls, ...inOtherWords].map(({ command }) => command));

  for (const command of names.WebChatService.commands.filter(
    (name) => !withOptions.has(name) && name !== 'configure',
  )) {
    it(`does not trouble ${command}, which takes none`, async () => {
      const options = badValues.reduce<object>((held, [what, value]) => holding(what, value, held), {});
      const outcome = (chat: Conversation, given?: object) =>
        chat.command(command, given).then(
          () => 'resolved',
          (reason: unknown) => reason,
        );
      const [given, none] = [await startedConversation(), await startedConversation()];
      const failures = await failuresOf(async () => {
        expect(await outcome(given, options)).to.deep.equal(await outcome(none));
      });
      expect(failures).to.deep.equal([]);
    });
  }

  it('of configure is told on the console, and the others hold', async () => {
    const chat = serviceWithServer();
    for (const [, value] of badValues.filter(([what]) => what !== 'null')) {
      await chat.command('configure', holding('ajaxTimeout', value, { maxMessageLength: 7 }));
    }
    expect(chat.complaints).to.have.lengthOf(badValues.length - 1);
    for (const complaint of chat.complaints) {
      expect(complaint).to.match(/^configure: ajaxTimeout takes a whole number of milliseconds, .*, but got .+/);
    }
    expect(await reasonOf(chat.command('sendMessage', { message: '12345678' }))).to.include({ code: 204 });
  });
});

describe('a list in place of the options', () => {
  const own: Partial<Record<Command, string>> = { configure: 'Invalid configuration', updateUserData: malformed() };

  for (const command of names.WebChatService.commands) {
    it(`is refused by ${command}`, async () => {
      const sentence = own[command] ?? `${command} takes its options as an object, but got a list`;
      expect(await rejection(command, ['plan'])).to.equal(sentence);
    });
  }

  it('and any other thing that is no object of names', async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const options of [new Map([['message', 'Hello']]), new Date(), proxy]) {
      const reason = await rejection('sendMessage', options);
      expect(reason).to.equal('sendMessage takes its options as an object, but got a value of type object');
    }
  });
});
