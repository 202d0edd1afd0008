/** A day before today as people of one language call it: loaded where a conversation has begun on one. */
export function earlierDay(lang: string, utcTime: number, now: number): string {
  const date = new Date(now);
  date.setDate(date.getDate() - 1);
  if (new Date(utcTime).toDateString() !== date.toDateString()) {
    return new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(utcTime);
  }
  const yesterday = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-1, 'day');
  return yesterday.charAt(0).toLocaleUpperCase(lang) + yesterday.slice(1);
}
