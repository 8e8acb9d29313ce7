import type { JiraIssue } from '../model/issue.ts';
import type { FieldMakers } from './fields.ts';

/** Booked time, once in seconds and once as people say it. What was never booked is an empty object. */
export function timeTracking({ time }: JiraIssue): FieldMakers {
  const progress = { progress: time?.spent ?? 0, total: time ? time.spent + time.remaining : 0 };
  return {
    timetracking: () => (time === null ? {} : {
      originalEstimate: spoken(time.estimate), remainingEstimate: spoken(time.remaining), ...(time.spent === 0 ? {} : { timeSpent: spoken(time.spent) }),
      originalEstimateSeconds: time.estimate, remainingEstimateSeconds: time.remaining, ...(time.spent === 0 ? {} : { timeSpentSeconds: time.spent }),
    }),
    timeoriginalestimate: () => time?.estimate ?? null,
    timeestimate: () => time?.remaining ?? null,
    timespent: () => (time === null || time.spent === 0 ? null : time.spent),
    progress: () => progress,
    aggregateprogress: () => progress,
  };
}

/** A working day has eight hours: 32 400 seconds are `1d 1h`. */
function spoken(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const parts = [[Math.floor(hours / 8), 'd'], [hours % 8, 'h'], [Math.floor((seconds % 3600) / 60), 'm']].filter(([count]) => count !== 0).map(([count, unit]) => `${count}${unit}`);
  return parts.join(' ') || '0m';
}
