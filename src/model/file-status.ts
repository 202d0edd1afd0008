/** How far the sending of one file has come. Each change is a new record. */
export interface FileStatus {
  /** Of the transfer, for `cancel`; the server's own is `fileId`. */
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Media type, empty when unknown. */
  type: string;
  /** `uploading` from the moment the file waits for its turn; the other three are final. */
  status: 'uploading' | 'sent' | 'failed' | 'cancelled';
  /** Bytes that have left. */
  loaded: number;
  /** The file's name on the server, once it is sent. */
  fileId?: string;
}

/** A file that is being sent, or was: for who shows it, and may send it again. */
export interface FileTransfer extends Readonly<FileStatus> {
  readonly file: File;
}
