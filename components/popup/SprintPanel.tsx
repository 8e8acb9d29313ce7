import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { SprintView } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { PendingWrites } from '../ui/PendingWrites.tsx';
import { daysLeftInWords } from '../ui/wording/days-left.ts';
import { CreptIn } from './CreptIn.tsx';
import { FlaggedIssues } from './FlaggedIssues.tsx';
import { Goal } from './Goal.tsx';
import type { PopupEvents } from './popup-events.ts';
import { SprintPicker } from './SprintPicker.tsx';
import { SprintProgress } from './SprintProgress.tsx';

interface Props {
  readonly view: SprintView;
  readonly sprints: readonly Sprint[];
  readonly now: Instant;
  readonly events: PopupEvents;
}

/** The goal first, then whether the team gets there, then what is in the way. */
export function SprintPanel({ view, sprints, now, events }: Props) {
  const { left, due } = daysLeftInWords(view.workingDaysLeft, view.dueOn);
  const late = view.workingDaysLeft !== null && view.workingDaysLeft < 0;
  return (
    <>
      <Goal goal={view.goal} via={view.goalVia} onSave={events.onSaveGoal} />
      <PendingWrites writes={view.pending} onUndo={events.onUndo} onRetry={events.onRetry} onDiscard={events.onDiscard} />
      <section className="stack" aria-label="Progress of the sprint">
        <div className="sprint-line">
          <ExternalLink className="sprint-title" to={view.sprint.url}>{view.sprint.title}</ExternalLink>
          <span className="push sprint-days"><strong className={late ? 'severity-late' : undefined}>{left}</strong>{due !== null && <span className="muted">, {due}</span>}</span>
        </div>
        <SprintProgress issues={view.issues} estimate={view.estimate} />
      </section>
      <FlaggedIssues issues={view.flagged} />
      {view.crept !== null && view.crept.issues.length > 0 && <CreptIn since={view.crept.since} issues={view.crept.issues} now={now} />}
      <SprintPicker current={view.sprint} sprints={sprints} picked={view.picked} onPick={events.onPickSprint} />
    </>
  );
}
