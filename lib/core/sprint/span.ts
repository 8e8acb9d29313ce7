import type { Instant, PlainDate } from '../time.ts';

/** The days and the moments of a sprint by the team's calendar. */
export interface SprintSpan {
  /** Its first day, the day of planning. */
  readonly from: PlainDate;
  /** Who says so: the tracker; the sprint before it, whose last day is the day before; or only the day on which it was made. */
  readonly fromBy: 'tracker' | 'former' | 'created';
  /** Its last planned day; `null` when nobody has said. A prolonged sprint has the later one. */
  readonly dueOn: PlainDate | null;
  /** The first moment of its first day. */
  readonly startsAt: Instant;
  /** The end of its first day: what is in it then was committed to. */
  readonly committedAt: Instant;
  /** When it ended: completed, or closed with its last day past. `null` while it runs, however overdue, and before it begins. */
  readonly endedAt: Instant | null;
}
