/** A moment: milliseconds since 1970-01-01T00:00Z. Nothing in the core reads a clock; moments come in as parameters. */
export type Instant = number;

/** Milliseconds of a day without a change of the clock. */
export const DAY = 86_400_000;

/** A calendar day without a zone, `YYYY-MM-DD`, as trackers give due dates. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** Which days a team works on, and where its midnight is. */
export interface CalendarSettings {
  /** IANA name, for instance `Europe/Berlin`. An unknown name is read as `UTC`. */
  readonly timeZone: string;
  /** Days that are not worked, 0 = Sunday … 6 = Saturday. Saturday and Sunday unless the team says otherwise. */
  readonly weekend: readonly number[];
  /** Public holidays and the team's own days off. */
  readonly holidays: readonly PlainDate[];
}

/** A team's calendar: all day arithmetic of scores, flags and sprints goes through it. Made by `workCalendar(settings)`. */
export interface WorkCalendar {
  readonly settings: CalendarSettings;
  /** The team's date at a moment. */
  dateOf(at: Instant): PlainDate;
  isWorkingDay(date: PlainDate): boolean;
  /** Whole working days after `from`'s day up to and including `to`'s day; 0 on the same day, negative when `to` lies before `from`. */
  workingDaysBetween(from: Instant | PlainDate, to: Instant | PlainDate): number;
  /** Whole calendar days from `from`'s day to `to`'s day. */
  daysBetween(from: Instant | PlainDate, to: Instant | PlainDate): number;
  /** The last moment of that day in the team's zone. */
  endOf(date: PlainDate): Instant;
}
