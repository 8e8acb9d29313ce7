import type { SprintFigures } from '../../../lib/core/sprint/comparison.ts';
import { count } from '../../ui/wording/count.ts';
import { percent, plain } from '../../ui/wording/numbers.ts';

/** What past sprints say together: `In 6 sprints 8.5 issues were done on average, 2.1 came in after the first day, and 78 % of what was planned was done. The goal was met in 3 of 4 sprints whose outcome is known.` */
export function comparisonInWords(sprints: readonly Pick<SprintFigures, 'planned' | 'done' | 'added' | 'accuracy' | 'goal'>[]): string {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  // Of all that was planned, and not the mean of shares, in which a sprint of one issue weighs as much as one of twenty.
  const planned = sprints.reduce((sum, sprint) => sum + sprint.planned.issues, 0);
  const kept = sprints.reduce((sum, sprint) => sum + (sprint.accuracy ?? 0) * sprint.planned.issues, 0);
  const said = sprints.filter(({ goal }) => goal !== null);
  const done = Math.round(mean(sprints.map((sprint) => sprint.done.issues)) * 10) / 10;
  const average = `In ${count(sprints.length, 'sprint')} ${plain(done)} ${done === 1 ? 'issue was' : 'issues were'} done on average, ${plain(Math.round(mean(sprints.map(({ added }) => added.issues)) * 10) / 10)} came in after the first day${planned === 0 ? '' : `, and ${percent(kept / planned)} of what was planned was done`}.`;
  return said.length === 0 ? `${average} Nobody has said yet whether a goal was met.` : `${average} The goal was met in ${said.filter(({ goal }) => goal === 'met').length} of ${count(said.length, 'sprint')} whose outcome is known.`;
}
