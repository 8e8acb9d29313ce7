import { wholePercent } from '../../share-words.ts';
import type { RoadmapRule, SprintShare } from '../roadmap-flag.ts';

/** With fewer issues a share says nothing. */
const LEAST = 5;
const WATCH = 1 / 3;
const RISK = 2 / 3;

/** Flags sprints that mostly serve no roadmap item: the roadmap and the work are two things then. Some of it always is upkeep, so it is a share that speaks, and its trend. */
export default {
  id: 'sprint-orphans',
  of: 'roadmap',
  label: 'Much of the sprint serves no item',
  source: 'Issues of the current sprints without a roadmap item; a third and two thirds are our choice, from five issues on. The sprints before are compared by where their issues belong today',
  assess({ sprint }) {
    if (sprint === null || sprint.issues < LEAST || sprint.orphans < WATCH * sprint.issues) return undefined;
    const { former } = sprint;
    const trend = former === null || former.issues < LEAST ? '' : `; in ${former.name} it ${share(former) === share(sprint) ? 'was the same' : `was ${share(former)} %`}`;
    return { severity: sprint.orphans >= RISK * sprint.issues ? 'risk' : 'watch', reason: `In ${sprint.name} ${sprint.orphans} of ${sprint.issues} issues (${share(sprint)} %) serve no roadmap item${trend}.` };
  },
  examples: [
    { name: 'nearly all of it', given: { sprint: { name: 'Sprint 12', issues: 15, orphans: 11, former: null } }, flags: 'risk' },
    { name: 'half of it, and more than before', given: { sprint: { name: 'Sprint 12', issues: 14, orphans: 7, former: { name: 'Sprint 11', issues: 10, orphans: 3 } } }, flags: 'watch' },
    { name: 'as before', given: { sprint: { name: 'Sprint 12', issues: 14, orphans: 7, former: { name: 'Sprint 11', issues: 10, orphans: 5 } } }, flags: 'watch' },
    { name: 'a little upkeep', given: { sprint: { name: 'Sprint 12', issues: 14, orphans: 4, former: null } }, flags: undefined },
    { name: 'too few issues for a share', given: { sprint: { name: 'Sprint 12', issues: 4, orphans: 4, former: null } }, flags: undefined },
    { name: 'no sprint', given: { sprint: null }, flags: undefined },
  ],
} satisfies RoadmapRule;

function share({ orphans, issues }: SprintShare): string {
  return wholePercent(orphans / issues);
}
