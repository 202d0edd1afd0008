/** From here on the remaining characters are counted, in percent of the limit. */
export const countFrom = 20;
