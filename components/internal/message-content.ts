import { imageAddress, linkAddress } from './addresses.js';

/** An answer that the visitor can give by a tap: what it says, and what it means to the machine that asked. */
export interface Reply {
  readonly text: string;
  readonly payload?: string;
}

/** What a card offers: an answer, or an address to open. */
export type CardAction =
  (Reply & { readonly address?: undefined }) | { readonly text: string; readonly address: string };

/** A picture, words and what to do. */
export interface Card {
  readonly title: string;
  readonly description?: string;
  readonly image?: string;
  /** What the title does. */
  readonly titleAction?: CardAction;
  readonly actions: readonly CardAction[];
}

/** A file that lies at an address. */
export interface Attachment {
  readonly name: string;
  readonly address: string;
  readonly type: string;
  readonly size?: number;
}

/** What a message holds beside its text. */
export interface MessageContent {
  readonly replies: readonly Reply[];
  readonly cards: readonly Card[];
  readonly attachments: readonly Attachment[];
  /** The answer that the visitor has given by a tap. */
  readonly answer?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What can be shown of the structured content. Whatever is of another kind, or not in shape, is left out. */
export function readContent(content: readonly unknown[] = []): MessageContent {
  const ofType = (type: string, field: string) =>
    content
      .map(fieldsOf)
      .filter(({ contentType }) => contentType === type)
      .map((each) => fieldsOf(each[field]));
  const carousels = ofType('Carousel', 'carousel').flatMap(({ cards }) => listOf(cards));
  const answer = textOf(ofType('ButtonResponse', 'buttonResponse')[0]?.['text']);
  return {
    replies: ofType('QuickReply', 'quickReply').flatMap(toReply),
    cards: [...ofType('Card', 'card'), ...carousels.map(fieldsOf)].flatMap(toCard),
    attachments: ofType('Attachment', 'attachment').flatMap(toAttachment),
    ...(answer && { answer }),
  };
}

function toReply({ text, payload }: Fields): Reply[] {
  return textOf(text) ? [{ text: textOf(text), ...(textOf(payload) && { payload: textOf(payload) }) }] : [];
}

function toCard({ title, description, image, defaultAction, actions }: Fields): Card[] {
  if (!textOf(title)) return [];
  const picture = imageAddress(textOf(image));
  const [titleAction] = toAction({ text: title, ...fieldsOf(defaultAction) });
  return [
    {
      title: textOf(title),
      ...(textOf(description) && { description: textOf(description) }),
      ...(picture && { image: picture }),
      ...(titleAction && { titleAction }),
      actions: listOf(actions).map(fieldsOf).flatMap(toAction),
    },
  ];
}

function toAction({ type, text, url, payload }: Fields): CardAction[] {
  if (type === 'Postback') return toReply({ text, payload });
  const address = type === 'Link' ? linkAddress(textOf(url)) : undefined;
  return address && textOf(text) ? [{ text: textOf(text), address }] : [];
}

function toAttachment({ url, filename, fileSize, mediaType, mime }: Fields): Attachment[] {
  const address = linkAddress(textOf(url));
  if (!address || !/^https?:/.test(address)) return [];
  const type = textOf(mime) || (mediaType === 'Image' ? 'image/*' : '');
  const name = textOf(filename) || new URL(address).pathname.split('/').at(-1) || new URL(address).hostname;
  return [{ name, address, type, ...(typeof fileSize === 'number' && { size: fileSize }) }];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
