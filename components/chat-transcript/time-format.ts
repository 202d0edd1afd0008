import { hourCycle } from '../internal/hour-cycle.js';

/** Times and days as people of one language write them. What that takes is slow to make, so it is made when it is first used. */
export class TimeFormat {
  readonly #lang: string;
  readonly #today: string;
  readonly #hours: 12 | 24 | undefined;
  #time: Intl.DateTimeFormat | undefined;

  /** `today` is the language's word for it; without `hours`, 12 or 24, they are counted as the language does. */
  constructor(lang: string, today: string, hours?: 12 | 24) {
    this.#lang = lang;
    this.#today = today;
    this.#hours = hours;
  }

  /** The hour and the minute. */
  time(utcTime: number): string {
    this.#time ??= new Intl.DateTimeFormat(this.#lang, {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: hourCycle(this.#hours),
    });
    return this.#time.format(utcTime);
  }

  /** The day, by its name where it has one. */
  day(utcTime: number, now: number): string {
    const date = new Date(now);
    const that = new Date(utcTime).toDateString();
    if (that === date.toDateString()) return this.#today;
    date.setDate(date.getDate() - 1);
    if (that !== date.toDateString()) {
      return new Intl.DateTimeFormat(this.#lang, { weekday: 'long', day: 'numeric', month: 'long' }).format(utcTime);
    }
    const yesterday = new Intl.RelativeTimeFormat(this.#lang, { numeric: 'auto' }).format(-1, 'day');
    return yesterday.charAt(0).toLocaleUpperCase(this.#lang) + yesterday.slice(1);
  }
}
