import { hourCycle } from '../internal/hour-cycle.js';

/** Times and days as people of one language write them. */
export class TimeFormat {
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #yesterday: string;
  readonly #today: string;

  /** `today` is the language's word for it; without `hours`, 12 or 24, they are counted as the language does. */
  constructor(lang: string, today: string, hours?: 12 | 24) {
    this.#time = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', hourCycle: hourCycle(hours) });
    this.#day = new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' });
    const yesterday = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-1, 'day');
    this.#yesterday = yesterday.charAt(0).toLocaleUpperCase(lang) + yesterday.slice(1);
    this.#today = today;
  }

  /** The hour and the minute. */
  time(utcTime: number): string {
    return this.#time.format(utcTime);
  }

  /** The day, by its name where it has one. */
  day(utcTime: number, now: number): string {
    const date = new Date(now);
    const that = new Date(utcTime).toDateString();
    if (that === date.toDateString()) return this.#today;
    date.setDate(date.getDate() - 1);
    return that === date.toDateString() ? this.#yesterday : this.#day.format(utcTime);
  }
}
