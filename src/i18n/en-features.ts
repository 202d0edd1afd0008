/**
 * English texts of what is loaded when it is first used. Keys are those of the language packs, namespace `webchat`,
 * where those have one.
 */
export const enFeatures = {
  ChatButton: 'Chat',

  // The invitation.
  InviteTitle: 'Need help?',
  InviteBody: 'Our team can answer your questions right now.',
  InviteReject: 'No thanks',
  InviteAccept: 'Start chat',
  AriaInviteAccept: 'Accept invitation and start chat',
  AriaInviteReject: 'Reject invitation',
  RestoreTimeoutTitle: 'Chat ended',
  RestoreTimeoutBody: 'You were away for a while, so your last chat has ended. Would you like to start a new one?',
  RestoreTimeoutReject: 'No thanks',
  RestoreTimeoutAccept: 'Start chat',

  // The menu of actions.
  ActionsDownload: 'Download transcript',
  ActionsDownloadData: 'Download transcript as data',
  ActionsCopy: 'Copy transcript',
  ActionsPrint: 'Print transcript',
  ActionsSearch: 'Search in conversation',
  ActionsSoundOn: 'Turn sound on',
  ActionsSoundOff: 'Turn sound off',
  TranscriptCopied: 'The conversation has been copied.',
  TranscriptNotCopied: 'The conversation could not be copied.',
  TranscriptTitle: 'Chat on <%Date%>',
  TranscriptYou: 'You',

  // Search.
  SearchLabel: 'Search in conversation',
  SearchPrevious: 'Previous result',
  SearchNext: 'Next result',
  SearchClose: 'Close search',
  SearchResult: '<%Number%> of <%Count%>',
  SearchNothing: 'Nothing found',

  // What calls a visitor back.
  UnreadMessagesTitle: 'unread',

  // The conversation.
  NewMessages: 'New messages',

  // The message box.
  AriaCharRemaining: 'Characters remaining',
  MessageTooLong: 'Too long by <%Count%>. Please shorten your message.',
  ActionsEmoji: 'Send Emoji',
  AriaEmojiPicker: 'Emoji Picker',
  AriaEmojiStatusOpen: 'Emoji picker opened',
  AriaEmojiStatusClose: 'Emoji picker closed',
  EmojiSearch: 'Search emoji',
  EmojiNothing: 'No emoji found',
  EmojiRecent: 'Recently used',
  EmojiSmileys: 'Smileys & emotion',
  EmojiPeople: 'People & body',
  EmojiNature: 'Animals & nature',
  EmojiFood: 'Food & drink',
  EmojiTravel: 'Travel & places',
  EmojiActivities: 'Activities',
  EmojiObjects: 'Objects',
  EmojiSymbols: 'Symbols',
  EmojiFlags: 'Flags',
  EmojiSkinTone: 'Skin tone',
  EmojiUnavailable: 'The emoji could not be loaded. Please try again.',
  ActionsSendFile: 'Attach Files',
  AriaActionsSendFileTitle: 'Opens a file upload dialog',
  FileDrop: 'Drop files here to send them',

  // What can be done about a message that was not sent.
  MessageEdit: 'Edit',
  MessageRetry: 'Retry',
  MessageDiscard: 'Discard',
  AriaMessageNotSent: 'Your message was not sent: <%Text%>',

  // Files.
  FileTransferRetry: 'Retry',
  FileTransferError: 'OK',
  FileTransferCancel: 'Cancel',
  AriaFileTransferRetry: 'Retry file transfer',
  AriaFileTransferError: 'Dismiss file transfer error',
  AriaFileTransferCancel: 'Cancel file transfer',
  FileSending: 'Sending <%Percent%>',
  FileCancelled: 'Cancelled',
  FileDeleted: 'This file has been removed.',
  FileSentTo: 'You sent <%Name%>',
  DownloadButton: 'Download',
  AriaDownloadButton: 'Download <%Name%>',
  FileDownloadFailed: 'The file could not be downloaded. Please try again.',
  ImagePreview: 'Preview of <%Name%>',

  // Messages that are more than text.
  MessageUnsupported: 'This message cannot be shown here.',
  AriaTable: 'Table',
  AriaTaskDone: 'Done',
  AriaTaskOpen: 'To do',

  // Quick replies and cards.
  AriaQuickReplies: 'Suggested answers',
  AriaCards: 'Cards',
  CardPrevious: 'Previous card',
  CardNext: 'Next card',

  // Forms that are not in order.
  FormCheck: 'Please check:',

  // Forms that a site defines.
  FormFieldMissing: 'Please fill in this field.',
  FormFieldInvalid: 'Please check this field.',
  FormSelect: 'Please choose',
  ChatFormNickname: 'Nickname',
  ChatFormPlaceholderNickname: 'Optional',

  // Questions.
  ChatEndQuestion: 'End this chat?',
  ChatEndCancel: 'Cancel',
  ConfirmCloseWindow: 'Close this window?',
  ConfirmCloseCancel: 'Cancel',
  ConfirmCloseConfirm: 'Close',
  ChatEndExplanation: 'You won’t be able to write to this agent any more.',
  ConfirmCloseExplanation: 'What you have typed will be lost.',

  // The end of a chat.
  ChatFormClose: 'Close',
  EndedBody: 'Thank you for chatting with us.',
  UnsentDraft: 'You had not sent this. It will be there in your next chat:',
  NewChat: 'Start new chat',
  SummaryMessages: '<%Count|one:# message|other:# messages%>',
  SummaryAgents: 'You talked with <%Agents%>',
  SurveyOfferQuestion: 'Would you like to take a short survey?',
  ShowSurveyAccept: 'Yes',
  ShowSurveyReject: 'No',

  // Asynchronous chats.
  AsyncChatExplanation: 'You can close the window and come back to this conversation later, or end it.',
  AsyncChatEnd: 'End Chat',
  AsyncChatClose: 'Close Window',
  HistoryLoad: 'Show earlier messages',
  HistoryLoading: 'Loading earlier messages…',
  HistoryFailed: 'Earlier messages could not be loaded. Please try again.',
  HistoryShown: 'Earlier messages are shown.',
  HistoryComplete: 'This is where the conversation begins.',

  // Overlays of a site.
  OverlayClose: 'Close',

  // What a server refuses, by its code or an HTTP status, or by the situation.
  Errors: {
    '102': 'Enter your first name.',
    '103': 'Enter your last name.',
    '161': 'Enter your name.',
    '204': 'Your message is too long or not allowed. Please change it.',
    '240': 'We can’t start a chat right now. Please try again later.',
    '364': 'Enter an email address like name@example.com.',
    '401': 'This chat is not open to you right now. Please start a new one.',
    '404': 'This chat is no longer there. Please start a new one.',
    '500': 'Something went wrong on our side. Please try again.',
    '503': 'We are very busy right now. Please try again in a moment.',
    StartFailed: 'The chat could not be started. Please try again.',
    StartRefused: 'Chat is not available to you here. Please contact us another way.',
    MessageFailed: 'Your message could not be sent. Please try again.',
  },

  FileErrors: {
    '201': 'Too many files. You can send <%MaxFilesAllowed%> more.',
    '202': '<%FilenameTruncated%> is too large. Files can be up to <%MaxSizePerFile%>.',
    '203': 'Files of this type are not accepted: <%FilenameTruncated%>.',
    TotalSize: 'Together that is too much. All files of a chat can have up to <%MaxAttachmentsSize%>.',
    NeedsAgent: 'You can send files once an agent is here.',
    NotNow: 'You can send files once the chat is connected.',
    TransferFailed: 'The file could not be sent. Please try again.',
  },
} as const;
