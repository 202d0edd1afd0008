/** How many events of a conversation a page of the transcript stands for; with more messages than that, there are pages. */
export const pageSize = 100;
