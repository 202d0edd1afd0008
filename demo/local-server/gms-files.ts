import type { ChatRoom } from './chat-room.js';
import type { ChatRooms } from './chat-rooms.js';
import type { FormBody } from './form-body.js';
import { GmsRefusal } from './gms-answer.js';
import type { FilePolicy, FileRefusal, SharedFile, UploadedFile } from './shared-files.js';
import type { UnplacedEvent } from './transcript.js';

const refusalTexts: Readonly<Record<FileRefusal, string>> = {
  201: 'There are already as many files as one participant may send',
  202: 'The file is larger than one file, or all files together, may be',
  203: 'Files of this type are not allowed',
};

/** The notice that tells a client what it may upload and how much of that is used up; all values are texts. */
export function limitsNotice(room: ChatRoom, policy: FilePolicy, utcTime: number): UnplacedEvent {
  const { nickname, participantId, type } = room.visitor;
  const used = room.files.usage(participantId);
  return {
    from: { nickname, participantId, type },
    text: 'file-client-cfg-get',
    type: 'Notice',
    utcTime,
    userData: {
      'download-attempts': String(policy.maxDownloads),
      'upload-max-files': String(policy.maxFiles),
      'delete-file': 'odd',
      'upload-max-file-size': String(policy.maxFileBytes),
      'used-download-attempts': String(room.downloads),
      'used-upload-max-total-size': String(used.bytes),
      'upload-need-agent': String(policy.needsAgent),
      'used-upload-max-files': String(used.files),
      'upload-max-total-size': String(policy.maxTotalBytes),
      'upload-file-types': policy.types.join(':'),
    },
  };
}

/** Takes the visitor's file, or throws what speaks against it. */
export function upload(room: ChatRoom, rooms: ChatRooms, policy: FilePolicy, form: FormBody): SharedFile {
  const { file } = form;
  if (file === undefined) throw new GmsRefusal(100, 'Send the file as the multipart field named file');
  if (policy.needsAgent && !room.hasAgent) throw new GmsRefusal(202, 'Files can be sent once an agent is in the chat');
  const refusal = fileRefusal(room, rooms, file);
  if (refusal !== undefined) throw new GmsRefusal(refusal, refusalTexts[refusal]);
  return room.share(room.visitor, file, Object.fromEntries(form.userData));
}

/** The file a visitor asks for; it counts as one download. */
export function download(room: ChatRoom, policy: FilePolicy, fileId: string): SharedFile {
  const file = sharedFile(room, fileId);
  if (room.downloads >= policy.maxDownloads) {
    throw new GmsRefusal(403, 'The downloads of this chat are used up', { status: 403 });
  }
  room.downloads += 1;
  return file;
}

/** Takes the visitor's own file out of the chat. */
export function deleteFile(room: ChatRoom, fileId: string): void {
  const file = sharedFile(room, fileId);
  if (file.participantId !== room.visitor.participantId) {
    throw new GmsRefusal(403, 'Only who sent a file can delete it', { status: 403 });
  }
  room.unshare(room.visitor, file);
}

function fileRefusal(room: ChatRoom, rooms: ChatRooms, file: UploadedFile): FileRefusal | undefined {
  const refusal = room.files.refusal(file, room.visitor.participantId, true);
  return refusal ?? (rooms.hasSpaceFor(file.content.byteLength) ? undefined : 202);
}

function sharedFile(room: ChatRoom, fileId: string): SharedFile {
  const file = room.files.get(fileId);
  if (file === undefined) throw new GmsRefusal(404, `There is no file ${fileId} in this chat`, { status: 404 });
  return file;
}
