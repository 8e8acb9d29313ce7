import { useLayoutEffect, useRef } from 'react';
import type { Instant } from '../../lib/core/time.ts';
import type { GoalsView, PopupView, SprintReport, SprintView } from '../../lib/messaging/messages.ts';
import { Goal } from './Goal.tsx';
import type { PopupEvents } from './popup-events.ts';
import { RunningSprints } from './RunningSprints.tsx';
import { SprintAccount } from './SprintAccount.tsx';
import { SprintLine } from './SprintLine.tsx';
import { SprintPicker } from './SprintPicker.tsx';
import { SprintProgress } from './SprintProgress.tsx';
import { Threats } from './Threats.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly sprint: SprintView;
  readonly goals: GoalsView;
  readonly view: PopupView;
  readonly report: SprintReport | null;
  /** The report is on its way. */
  readonly waiting: boolean;
  readonly now: Instant;
  readonly events: PopupEvents;
}

/** The goal first, then whether the team gets there, then what is in the way. */
export function SprintPanel({ sprint, goals, view, report, waiting, now, events }: Props) {
  const { tracker } = view.connection;
  const { key } = sprint.sprint;
  useFocusAfterPick(key);
  // While nobody has said which sprint is ours, that there are several matters more than what is in the way of one.
  const undecided = sprint.chosenBy === 'date';
  const others = <RunningSprints ours={sprint} others={view.alongside} onPick={events.onPickSprint} />;
  return (
    <>
      <Goal key={key} sprint={key} goals={goals} tracker={tracker} events={events} />
      <section className="stack" aria-label="How the sprint goes">
        <SprintLine view={sprint} tracker={tracker} now={now} />
        <Verdict report={report} waiting={waiting} />
        <SprintProgress sprint={sprint} coverage={report?.coverage ?? null} />
      </section>
      {undecided && others}
      {(report !== null || waiting) && <Threats key={`threats of ${key}`} report={report} />}
      {/* What stands below is drawn when all of it is known: so it comes once and does not move. */}
      {!waiting && (
        <>
          <SprintAccount sprint={sprint} report={report} now={now} events={events} />
          {tracker === 'jira'
            ? !undecided && others
            : <SprintPicker now={now} current={sprint.sprint} sprints={view.sprints} picked={sprint.chosenBy === 'pick'} onPick={events.onPickSprint} />}
          <p><a href={`/workspace.html#/sprints/${sprint.sprint.project}`} target="_blank" rel="noreferrer">All sprints: ledger and comparison</a></p>
        </>
      )}
    </>
  );
}

/** The button that picked another sprint has gone with it: whoever works by keyboard goes on at the goal that came. At once, before the focus is caught elsewhere. */
function useFocusAfterPick(sprint: string): void {
  const former = useRef(sprint);
  useLayoutEffect(() => {
    if (former.current !== sprint && document.activeElement === document.body) document.getElementById('goal-label')?.focus();
    former.current = sprint;
  }, [sprint]);
}
