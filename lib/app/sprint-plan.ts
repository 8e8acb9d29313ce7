import type { Issue } from '../core/issue.ts';
import { figuresOf, unitOf, velocityOf } from '../core/sprint/comparison.ts';
import { sprintProgress } from '../core/sprint/progress.ts';
import type { SprintContext } from '../core/sprint/sprint-flag.ts';
import type { SprintStory } from '../core/sprint/story.ts';
import type { SprintAccount } from './sprint-account.ts';

/** What is planned in a sprint against what the sprints before it finished, in the unit that all of those were estimated in. What had been done before it began is in it, but no work of it: no sprint counts that as finished either. */
export function planOf(held: readonly Pick<Issue, 'key' | 'kind' | 'status' | 'resolution' | 'estimate' | 'estimateIn'>[], { doneBefore }: Pick<SprintStory, 'doneBefore'>, past: readonly SprintAccount[]): SprintContext['plan'] {
  const before = new Set(doneBefore.map(({ issue }) => issue));
  const velocity = velocityOf(past.map(({ sprint, story }) => figuresOf(sprint.title, story, [])));
  const planned = sprintProgress(held.filter(({ key }) => !before.has(key)));
  const unit = velocity?.unit === unitOf(planned) ? velocity.unit : 'issues';
  // A velocity in points says nothing of a plan without any, or with hours beside them.
  const comparable = velocity !== null && velocity.unit === unit;
  return { unit, total: planned[unit]?.total ?? 0, velocity: comparable ? velocity.velocity : null, sprints: velocity?.sprints ?? past.length };
}
