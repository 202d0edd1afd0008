import { expect } from '@open-wc/testing';
import { fileProblem, noFileLimits, readFileLimits, type FileLimits } from '../../src/model/file-limits.js';
import type { ServerMessage } from '../../src/model/message.js';

/** The notice as a server sent it in 2019, without its party. */
const recorded = {
  'download-attempts': '2',
  'upload-max-files': '5',
  'delete-file': 'odd',
  'upload-max-file-size': '10485760',
  'used-download-attempts': '0',
  'used-upload-max-total-size': '0',
  'upload-need-agent': 'false',
  'used-upload-max-files': '0',
  'upload-max-total-size': '99614720',
  'upload-file-types': 'jpeg:jpg:pdf:png:zip',
};

function notice(userData?: Record<string, string>): ServerMessage {
  return { type: 'Notice', text: 'file-client-cfg-get', utcTime: 1, original: {}, ...(userData && { userData }) };
}

describe('the limits for files', () => {
  it('are what the notice says', () => {
    expect(readFileLimits([notice(recorded)])).to.deep.equal({
      maxFiles: 5,
      usedFiles: 0,
      maxFileSize: 10_485_760,
      maxTotalSize: 99_614_720,
      usedTotalSize: 0,
      types: ['jpeg', 'jpg', 'pdf', 'png', 'zip'],
      needsAgent: false,
      downloadAttempts: 2,
      usedDownloadAttempts: 0,
    });
  });

  it('are those of the last notice among other messages', () => {
    const other: ServerMessage = { type: 'Notice', text: 'other', utcTime: 1, original: {} };
    const messages = [notice({ 'upload-max-files': '1' }), notice({ 'upload-max-files': '2' }), other];
    expect(readFileLimits(messages)?.maxFiles).to.equal(2);
    expect(readFileLimits([other, { ...notice(recorded), type: 'Message' }])).to.equal(undefined);
    expect(readFileLimits([])).to.equal(undefined);
  });

  it('are none where the notice has nothing or what cannot be read', () => {
    expect(readFileLimits([notice()])).to.deep.equal(noFileLimits());
    for (const text of ['', ' ', '-1', '1.5', '1e3', '0x10', 'many', 'null']) {
      const data = Object.fromEntries(Object.keys(recorded).map((key) => [key, text]));
      expect(readFileLimits([notice({ ...data, 'upload-file-types': ' : ' })]), text).to.deep.equal(noFileLimits());
    }
    expect(noFileLimits()).to.include({ maxFiles: Infinity, usedFiles: 0, needsAgent: false });
  });

  it('are read whatever their spaces, dots and cases', () => {
    const data = { 'upload-max-files': ' 7 ', 'upload-file-types': ' .PNG: jpg ::', 'upload-need-agent': 'True' };
    const limits = readFileLimits([notice(data)]);
    expect(limits).to.include({ maxFiles: 7, needsAgent: true });
    expect(limits?.types).to.deep.equal(['png', 'jpg']);
  });
});

describe('what speaks against files', () => {
  const limits: FileLimits = {
    ...noFileLimits(),
    maxFiles: 3,
    usedFiles: 1,
    maxFileSize: 100,
    maxTotalSize: 250,
    usedTotalSize: 100,
    types: ['png', 'pdf'],
  };
  const file = (name: string, size = 1) => ({ name, size });
  const problem = (files: { name: string; size: number }[], changes: Partial<FileLimits> = {}, hasAgent = false) =>
    fileProblem(files, { ...limits, ...changes }, { hasAgent });

  it('is nothing when they are within the limits to the last byte', () => {
    expect(problem([file('a.png', 100), file('B.v2.PDF', 50)])).to.equal(undefined);
    expect(problem([file('a.png', 0)])).to.equal(undefined);
    expect(fileProblem([file('any', 1e15)], noFileLimits(), { hasAgent: false })).to.equal(undefined);
  });

  it('is that there are too many', () => {
    expect(problem([file('a.png'), file('b.png'), file('c.png')])).to.deep.equal({
      code: 201,
      text: '"c.png" would be file number 4 of this chat, allowed are 3',
    });
    expect(problem([file('a.png')], { maxFiles: 0, usedFiles: 0 })?.code).to.equal(201);
  });

  it('is that one is too large', () => {
    expect(problem([file('a.png', 100), file('b.png', 101)])).to.deep.equal({
      code: 202,
      text: '"b.png" has 101 bytes, allowed are 100',
    });
  });

  it('is that they are too large together with those that were sent', () => {
    expect(problem([file('a.png', 100), file('b.png', 51)])).to.deep.equal({
      code: 202,
      text: '"b.png" makes 251 bytes of all files of this chat, allowed are 250',
    });
  });

  it('is that an agent is needed and none is there', () => {
    expect(problem([file('a.png')], { needsAgent: true })).to.deep.equal({
      code: 202,
      text: '"a.png" cannot be sent yet, files are taken only while an agent is in the chat',
    });
    expect(problem([file('a.png')], { needsAgent: true }, true)).to.equal(undefined);
  });

  it('is that the type is not taken', () => {
    expect(problem([file('a.png'), file('b.png.exe')])).to.deep.equal({
      code: 203,
      text: '"b.png.exe" has the type exe, allowed are png, pdf',
    });
    for (const name of ['png', 'a.', 'README']) {
      expect(problem([file(name)])).to.deep.equal({
        code: 203,
        text: `"${name}" has no type, allowed are png, pdf`,
      });
    }
    expect(problem([file('a.exe')], { types: [] })).to.equal(undefined);
  });
});
