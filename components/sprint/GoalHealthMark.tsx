import type { GoalHealth } from '../../lib/core/sprint/goal-health.ts';
import { CheckIcon, CrossIcon, DoneIcon, HalfIcon, PauseIcon } from '../ui/icons.tsx';

/** GitHub's words where they fit; a goal is met, not complete. */
const GOAL_HEALTHS = {
  met: { word: 'Met', Icon: DoneIcon },
  'on-track': { word: 'On track', Icon: CheckIcon },
  'at-risk': { word: 'At risk', Icon: HalfIcon },
  'off-track': { word: 'Off track', Icon: CrossIcon },
  unknown: { word: 'Not known', Icon: PauseIcon },
} as const satisfies Readonly<Record<GoalHealth['health'], unknown>>;

/** How the goal goes, as a shape and a word; the colour only repeats them. `of` names whose word it is, where another thing's stands beside it. */
export function GoalHealthMark({ health, of }: { readonly health: GoalHealth['health']; readonly of?: string | undefined }) {
  const { word, Icon } = GOAL_HEALTHS[health];
  return <span className={`goal-health goal-health-${health}`}><Icon />{of === undefined ? word : `${of}: ${word.toLowerCase()}`}</span>;
}
