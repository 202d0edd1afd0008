import * as v from 'valibot';

const filledSentence = 'must be a text that is not empty';
const filled = v.pipe(v.string(filledSentence), v.nonEmpty(filledSentence));
const text = v.string('must be a text');
const base64Sentence = 'must be a text in base64';
const partySentence = 'must be Agent, Supervisor or External';

/** Who joins a chat. */
export const joinSchema = v.strictObject({
  nickname: filled,
  type: v.optional(v.picklist(['Agent', 'Supervisor', 'External'], partySentence), 'Agent'),
});

/** What a party says. */
export const messageSchema = v.strictObject({ text: filled, messageType: v.optional(text) });

/** Whether a party is writing, and what so far. */
export const typingSchema = v.strictObject({ typing: v.boolean('must be true or false'), text: v.optional(text, '') });

/** A notice: a participant's own by default, or one of the system such as `IDLE_CONTROL_ALERT`. */
export const noticeSchema = v.strictObject({
  text: filled,
  type: v.optional(v.picklist(['CustomNotice', 'Notice'], 'must be CustomNotice or Notice'), 'CustomNotice'),
  messageType: v.optional(text),
});

/** An address that the visitor's page is to open. Any text goes, so that a page's defences can be tested. */
export const pushUrlSchema = v.strictObject({ url: filled });

/** A file as JSON; `multipart/form-data` with a field named `file` is taken as well. */
export const fileSchema = v.strictObject({
  name: filled,
  type: v.optional(text, 'application/octet-stream'),
  base64: v.pipe(v.string(base64Sentence), v.check(isBase64, base64Sentence)),
  description: v.optional(text),
});

// Valibot's own check is a repeated group, which overflows the stack at some megabytes.
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
