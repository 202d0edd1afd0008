/** Structured content with the text or address in every place that takes one. */
export function hostileContent(given: string): unknown[] {
  const action = { type: 'Link', text: given, url: given, payload: given };
  const card = {
    title: given || 'a',
    description: given,
    image: given,
    defaultAction: action,
    actions: [action, { ...action, type: 'Postback' }, { ...action, type: given }],
  };
  return [
    { contentType: 'Card', card },
    { contentType: 'Carousel', carousel: { cards: [card, card] } },
    {
      contentType: 'Attachment',
      attachment: { id: given, url: given, filename: given, mime: given, mediaType: given },
    },
    { contentType: 'Attachment', attachment: { url: 'https://example.com/a', filename: given, mime: given } },
    { contentType: 'QuickReply', quickReply: { text: given, payload: given, action: given } },
    { contentType: 'ButtonResponse', buttonResponse: { text: given, payload: given, type: given } },
    { contentType: given, [given]: given },
  ];
}
