import { useEffect, useRef } from 'react';
import type { Instant } from '../../lib/core/time.ts';
import type { PopupView, SprintView } from '../../lib/messaging/messages.ts';
import { PendingWrites } from '../ui/PendingWrites.tsx';
import { CreptIn } from './CreptIn.tsx';
import { FlaggedIssues } from './FlaggedIssues.tsx';
import { Goal } from './Goal.tsx';
import type { PopupEvents } from './popup-events.ts';
import { RunningSprints } from './RunningSprints.tsx';
import { SprintLine } from './SprintLine.tsx';
import { SprintPicker } from './SprintPicker.tsx';
import { SprintProgress } from './SprintProgress.tsx';

interface Props {
  readonly sprint: SprintView;
  readonly view: PopupView;
  readonly now: Instant;
  readonly events: PopupEvents;
}

/** The goal first, then whether the team gets there, then what is in the way. */
export function SprintPanel({ sprint, view, now, events }: Props) {
  const { tracker } = view.connection;
  const { key } = sprint.sprint;
  useFocusAfterPick(key);
  // While nobody has said which sprint is ours, that there are several matters more than what is in the way of one.
  const undecided = sprint.chosenBy === 'date';
  const others = <RunningSprints ours={sprint} others={view.alongside} onPick={events.onPickSprint} />;
  return (
    <>
      <Goal key={key} goal={sprint.goal} via={sprint.goalVia} tracker={tracker} onSave={events.onSaveGoal} />
      <PendingWrites writes={sprint.pending} onUndo={events.onUndo} onRetry={events.onRetry} onDiscard={events.onDiscard} />
      <section className="stack" aria-label="Progress of the sprint">
        <SprintLine view={sprint} tracker={tracker} />
        <SprintProgress issues={sprint.issues} estimate={sprint.estimate} />
      </section>
      {undecided && others}
      <FlaggedIssues issues={sprint.flagged} />
      {sprint.crept !== null && sprint.crept.issues.length > 0 && <CreptIn crept={sprint.crept} now={now} />}
      {tracker === 'jira'
        ? !undecided && others
        : <SprintPicker current={sprint.sprint} sprints={view.sprints} picked={sprint.chosenBy === 'pick'} onPick={events.onPickSprint} />}
    </>
  );
}

/** The button that picked another sprint has gone with it: whoever works by keyboard goes on at the goal that came. */
function useFocusAfterPick(sprint: string): void {
  const former = useRef(sprint);
  useEffect(() => {
    if (former.current !== sprint && document.activeElement === document.body) document.getElementById('goal-label')?.focus();
    former.current = sprint;
  }, [sprint]);
}
