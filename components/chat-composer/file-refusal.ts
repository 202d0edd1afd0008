import { fileProblem, type FileLimits } from '../../src/model/file-limits.js';
import type { FeatureTextsController } from '../context/feature-texts.js';
import { fileSize } from '../internal/file-size.js';

/** Files that were not sent. */
export interface RefusedFiles {
  readonly files: readonly File[];
  /** What the server takes. */
  readonly limits: FileLimits;
  readonly hasAgent: boolean;
}

/** Longer names are shown without their middle. */
const longestName = 32;

/** The sentence for the code that `sendFile` refused the files with. */
export function fileRefusal(
  code: unknown,
  { files, limits, hasAgent }: RefusedFiles,
  texts: FeatureTextsController,
): string {
  const refused = files.find((_, at) => fileProblem(files.slice(0, at + 1), limits, { hasAgent }));
  const lang = texts.locale?.lang ?? 'en';
  const { maxFiles, usedFiles, maxFileSize, maxTotalSize, needsAgent } = limits;
  const values = {
    FilenameFull: isolated(refused?.name ?? ''),
    FilenameTruncated: isolated(shortened(refused?.name ?? '')),
    MaxFilesAllowed: Math.max(0, maxFiles - usedFiles),
    MaxSizePerFile: fileSize(maxFileSize, lang),
    MaxAttachmentsSize: fileSize(maxTotalSize, lang),
  };
  if (code === 201) return texts.fileError('201', values);
  if (code === 203) return texts.fileError('203', values);
  if (needsAgent && !hasAgent) return texts.fileError('NeedsAgent');
  return texts.fileError(refused && refused.size > maxFileSize ? '202' : 'TotalSize', values);
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= longestName) return name;
  return [...characters.slice(0, longestName / 2), '…', ...characters.slice(1 - longestName / 2)].join('');
}

/** A name that is written in another direction, or says so, leaves the sentence around it as it is. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
