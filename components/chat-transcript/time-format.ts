import { isSameDay } from '../internal/entries.js';
import { hourCycle } from '../internal/hour-cycle.js';

/** Knows the names of other days than today. */
export type EarlierDay = (lang: string, utcTime: number, now: number) => string;

/** Times and days as people of one language write them. What that takes is slow to make, so it is made when it is first used. */
export class TimeFormat {
  readonly #lang: string;
  readonly #today: string;
  readonly #hours: 12 | 24 | undefined;
  readonly #earlierDay: EarlierDay | undefined;
  #time: Intl.DateTimeFormat | undefined;

  /**
   * `today` is the language's word for it; without `hours`, 12 or 24, they are counted as the language does; without
   * `earlierDay` all other days are numbers.
   */
  constructor(lang: string, today: string, hours?: 12 | 24, earlierDay?: EarlierDay) {
    this.#lang = lang;
    this.#today = today;
    this.#hours = hours;
    this.#earlierDay = earlierDay;
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
    if (isSameDay({ utcTime }, { utcTime: now })) return this.#today;
    return this.#earlierDay?.(this.#lang, utcTime, now) ?? new Date(utcTime).toLocaleDateString(this.#lang);
  }
}
